# Makes reference.csv with R and its package forecast (8.20 on R 4.2 when it was made): Rscript reference.R > reference.csv
# Columns: method;name;season length;values;alpha;initial level;weight or drift;squared errors;mean of the next periods
# Series are R's own data sets, those of the package forecast, parts and sums of them, and two made up here.
suppressPackageStartupMessages(library(forecast))

line <- function(method, name, x, alpha, start, trend, errors, mean) {
  text <- function(v) paste(format(as.numeric(v), digits = 15, trim = TRUE, scientific = FALSE), collapse = " ")
  cat(method, name, frequency(x), text(x), text(alpha), text(start), text(trend), text(errors), text(mean), sep = ";")
  cat("\n")
}

# The theta method as Hyndman and Billah put it. What thetaf does not tell of its exponential smoothing, the
# initial level and the squared errors, comes from fitting that once more.
classical <- function(name, x, h) {
  f <- thetaf(x, h = h)
  adjusted <- if (is_seasonal(x)) seasadj(decompose(x, type = "multiplicative")) else x
  smoothed <- ses(adjusted)$model
  stopifnot(smoothed$par["alpha"] == f$model$alpha)
  line("thetaf", name, x, f$model$alpha, smoothed$initstate, f$model$drift, smoothed$mse * length(x), f$mean)
}
# As in thetaf.
is_seasonal <- function(x) {
  m <- frequency(x); n <- length(x)
  if (m == 1 || n <= 2 * m) return(FALSE)
  r <- acf(x, lag.max = m, plot = FALSE)$acf[-1]
  abs(r[m]) / sqrt((1 + 2 * sum(r[-m]^2)) / n) > qnorm(0.95)
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
  for (start in y[1] * c(1, 0.5)) for (alpha in c(0.11, 0.5, 0.9)) for (weight in c(0.1, 0.5, 0.9)) {
    p <- c(start, alpha, weight)
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
  line("dynamic", name, ts(y), p[2], p[1], p[3], best$value, mean)
}

seasonal <- list(
  AirPassengers = AirPassengers, USAccDeaths = USAccDeaths, ldeaths = ldeaths, nottem = nottem, UKgas = UKgas,
  JohnsonJohnson = JohnsonJohnson, mdeaths = mdeaths, fdeaths = fdeaths, wineind = wineind, woolyrnq = woolyrnq,
  UKDriverDeaths = UKDriverDeaths, "kilometres driven" = Seatbelts[, "kms"], "petrol price" = Seatbelts[, "PetrolPrice"],
  "wineind, five years" = ts(wineind[56:116], frequency = 12), co2 = window(co2, 1988), gas = window(gas, 1986), "taylor a day" = ts(colSums(matrix(taylor, 48)), frequency = 7),
  "AirPassengers a quarter" = aggregate(AirPassengers, 4), "wineind a quarter" = aggregate(wineind, 4))
for (name in names(seasonal)) {
  x <- seasonal[[name]]
  classical(name, x, if (frequency(x) == 12) 18 else 10)
}
without_season <- list(
  Nile = Nile, lynx = lynx, WWWusage = WWWusage, LakeHuron = LakeHuron, discoveries = discoveries,
  BJsales = BJsales, BJsales.lead = BJsales.lead, uspop = uspop, austres = austres, airmiles = airmiles, nhtemp = nhtemp,
  lh = lh, sunspot.year = window(sunspot.year, 1889), treering = head(treering, 100), "treering later" = treering[301:400], gold = gold[170:250], precip = precip,
  rivers = head(rivers, 80), freeny = freeny.y, DAX = head(EuStockMarkets[, "DAX"], 100), SMI = head(EuStockMarkets[, "SMI"], 100),
  CAC = head(EuStockMarkets[, "CAC"], 40), FTSE = head(EuStockMarkets[, "FTSE"], 20),
  "UKgas a year" = aggregate(UKgas), "JohnsonJohnson a year" = aggregate(JohnsonJohnson),
  "AirPassengers a year" = aggregate(AirPassengers), "nottem a year" = aggregate(nottem, FUN = mean),
  "co2 a year" = aggregate(co2, FUN = mean), "gas a year" = aggregate(gas), "woolyrnq a year" = aggregate(woolyrnq),
  "wineind a year" = aggregate(wineind), "UKDriverDeaths a year" = aggregate(UKDriverDeaths),
  "rising" = round(50 + 0.7 * 1:60 + 9 * sin(1.7 * 1:60) + (1:60 * 37) %% 11, 2),
  "rising and short" = round(20 + 1.5 * 1:15 + 3 * sin(2.3 * 1:15), 2))
# From sunspot.year the dynamic model is not here: an initial level of 38 million, which alpha = 0.99 lets it forget at
# once, would buy 1.3 % of the squared errors. FitError takes no level of which the scored errors say next to nothing.
for (name in names(without_season)) {
  x <- ts(as.numeric(without_season[[name]]))
  classical(name, x, 8)
  if (name != "sunspot.year") dynamic(name, x, 8)
}
