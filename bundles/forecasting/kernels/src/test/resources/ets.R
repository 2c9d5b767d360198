# Makes ets.csv with R and its package forecast (8.20 on R 4.2 when it was made): Rscript ets.R > ets.csv
# Columns: name;form;season length;values;alpha beta gamma phi;level and slope at the start;season at the start, oldest first;
#          AICc;sigma;mean of the next periods;their variances
# Series are R's own data sets, and others simulated here from a seed.
suppressPackageStartupMessages(library(forecast))
set.seed(20260101)

text <- function(v) paste(format(as.numeric(v), digits = 10, trim = TRUE, scientific = FALSE), collapse = " ")
part <- function(par, name, otherwise) if (name %in% names(par)) par[[name]] else otherwise

line <- function(name, x, model, damped, h) {
  fit <- tryCatch(ets(x, model = model, damped = damped, opt.crit = "lik"), error = function(e) NULL)
  if (is.null(fit)) return(invisible())
  f <- forecast(fit, h = h, level = 95)
  m <- if (substr(model, 3, 3) == "N") 1 else frequency(x)
  first <- fit$states[1, ]
  season <- if (m > 1) rev(first[grep("^s", names(first))]) else 0
  trend <- if ("b" %in% names(first)) first[["b"]] else 0
  par <- fit$par
  phi <- if (substr(model, 2, 2) == "N") 0 else part(par, "phi", 1)
  smoothing <- c(part(par, "alpha", 0), part(par, "beta", 0), part(par, "gamma", 0), phi)
  # Where seasons multiply, the mean beside R's intervals is that of the whole distribution; this is the usual one.
  last <- fit$states[nrow(fit$states), ]
  point <- if (substr(model, 3, 3) != "M") f$mean else
    (last[["l"]] + cumsum(phi^(1:h)) * (if (phi > 0) last[["b"]] else 0)) * rep_len(rev(last[grep("^s", names(last))]), h)
  deviation <- (f$upper[, 1] - f$mean) / qnorm(0.975)
  cat(name, paste0(model, if (damped) "d" else ""), m, text(x), text(smoothing), text(c(first[["l"]], trend)), text(season),
      text(fit$aicc), text(sqrt(fit$sigma2)), text(point), text(deviation^2), sep = ";")
  cat("\n")
}

walk <- function(n, level, slope, sd, season = 0) {
  ts(round(level + slope * 1:n + cumsum(rnorm(n, 0, sd)) + rnorm(n, 0, 2 * sd) + rep_len(season, n), 3),
     frequency = length(season))
}
series <- list(
  AirPassengers = AirPassengers, USAccDeaths = USAccDeaths, ldeaths = ldeaths, UKgas = UKgas,
  JohnsonJohnson = JohnsonJohnson, nottem = window(nottem, 1930), Nile = Nile, LakeHuron = LakeHuron, uspop = uspop,
  BJsales = BJsales, WWWusage = WWWusage, austres = austres)
for (k in 1:6) series[[paste("simulated year", k)]] <- walk(12 + 6 * k, 300, 2 * k, 4)
for (k in 1:6) series[[paste("simulated quarter", k)]] <- walk(24 + 8 * k, 400, k, 3, c(40, -10, -50, 20))
for (k in 1:6) series[[paste("simulated month", k)]] <- walk(48 + 12 * k, 500, k / 2, 3, 40 * sin(2 * pi * 1:12 / 12))

errors <- c("A", "M")
for (i in seq_along(series)) {
  x <- series[[i]]
  seasons <- if (frequency(x) > 1) c("N", "A", "M") else "N"
  for (e in errors) for (t in c("N", "A", "Ad")) for (s in seasons) {
    if (e == "A" && s == "M") next
    # Every form for the real ones; for the simulated ones a third of the forms each, to keep the file small.
    if (i > 12 && (i + match(t, c("N", "A", "Ad")) + match(s, c("N", "A", "M"))) %% 3 != 0) next
    line(names(series)[i], x, paste0(e, substr(t, 1, 1), s), t == "Ad", 2 * max(4, frequency(x)))
  }
}
