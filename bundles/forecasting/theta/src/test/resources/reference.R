# Makes reference.csv with R and its package forecast (8.20 on R 4.2 when it was made): Rscript reference.R > reference.csv
# Columns: method;name;season length;values;alpha;weight or drift;squared errors or variance;mean of the next periods
suppressPackageStartupMessages(library(forecast))

line <- function(method, name, x, alpha, trend, errors, mean) {
  text <- function(v) paste(format(as.numeric(v), digits = 15, trim = TRUE, scientific = FALSE), collapse = " ")
  cat(method, name, frequency(x), text(x), text(alpha), text(trend), text(errors), text(mean), sep = ";")
  cat("\n")
}

# The theta method as Hyndman and Billah put it.
classical <- function(name, x, h) {
  f <- thetaf(x, h = h)
  line("thetaf", name, x, f$model$alpha, f$model$drift, f$model$sigma, f$mean)
}

# The dynamic optimised theta model written down from Fiorucci et al. (2016) without any of the shortcuts of the
# Java code: lines fitted anew at every time, and a general optimiser over all three parameters.
lines_so_far <- function(y) t(sapply(seq_along(y), function(k) {
  if (k == 1) c(y[1], 0) else unname(lm.fit(cbind(1, 1:k), y[1:k])$coefficients)
}))
one_ahead <- function(level, k, line, alpha, weight) {
  level + weight * ((1 - alpha)^k * line[1] + (1 - (1 - alpha)^(k + 1)) / alpha * line[2])
}
squares <- function(y, lines, p, first) {
  level <- p[2] * y[1] + (1 - p[2]) * p[1]
  sum <- 0
  for (k in 1:(length(y) - 1)) {
    error <- y[k + 1] - one_ahead(level, k, lines[k, ], p[2], p[3])
    if (k >= first) sum <- sum + error^2
    level <- p[2] * y[k + 1] + (1 - p[2]) * level
  }
  sum
}
dynamic <- function(name, x, h) {
  y <- as.numeric(x); first <- if (length(y) < 20) 1 else 3
  lines <- lines_so_far(y)
  inside <- function(p) if (p[2] < 0.1 || p[2] > 0.99 || p[3] < 0 || p[3] > 0.999) 1e300 else squares(y, lines, p, first)
  best <- list(value = Inf)
  for (alpha in c(0.15, 0.5, 0.9)) for (weight in c(0.1, 0.5, 0.9)) {
    p <- c(y[1], alpha, weight)
    for (again in 1:6) {
      found <- optim(p, inside, control = list(maxit = 5000, reltol = 1e-14, parscale = c(sd(y), 0.1, 0.1)))
      p <- found$par
    }
    if (found$value < best$value) best <- found
  }
  p <- best$par; level <- p[1]; mean <- numeric(0); all <- y
  for (value in y) level <- p[2] * value + (1 - p[2]) * level
  for (step in 1:h) {
    k <- length(all)
    line <- unname(lm.fit(cbind(1, 1:k), all)$coefficients)
    next_one <- one_ahead(level, k, line, p[2], p[3])
    level <- p[2] * next_one + (1 - p[2]) * level
    all <- c(all, next_one); mean <- c(mean, next_one)
  }
  line("dynamic", name, ts(y), p[2], p[3], best$value, mean)
}

classical("AirPassengers", AirPassengers, 18)
classical("USAccDeaths", USAccDeaths, 18)
classical("ldeaths", ldeaths, 18)
classical("nottem", nottem, 18)
classical("UKgas", UKgas, 10)
classical("JohnsonJohnson", JohnsonJohnson, 10)
without_season <- list(
  Nile = Nile, lynx = lynx, WWWusage = WWWusage, LakeHuron = LakeHuron, discoveries = discoveries,
  BJsales = BJsales, uspop = uspop, austres = austres, "UKgas a year" = aggregate(UKgas),
  "rising" = round(50 + 0.7 * 1:60 + 9 * sin(1.7 * 1:60) + (1:60 * 37) %% 11, 2),
  "rising and short" = round(20 + 1.5 * 1:15 + 3 * sin(2.3 * 1:15), 2))
for (name in names(without_season)) {
  x <- ts(as.numeric(without_season[[name]]))
  classical(name, x, 8)
  dynamic(name, x, 8)
}
