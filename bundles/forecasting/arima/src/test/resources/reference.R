# Makes fixed.csv and chosen.csv with R and its package forecast (8.20 on R 4.2 when they were made): Rscript reference.R
# fixed.csv, orders given: name;season length;p d q P D Q;constant;values;log likelihood;
#          AR MA seasonal AR seasonal MA coefficients;constant's value;mean of the next periods;their standard errors
# chosen.csv, orders found: name;season length;p d q P D Q;constant;values;AICc;mean of the next periods
# Series are R's own data sets, those of the package, and others simulated here from a seed.
# wineind with ARIMA(1,1,2)(0,1,1) is not here: R stops at a local maximum of its likelihood.
# Moving averages with a root at 1, as of mdeaths with (1,0,0)(0,1,1), are not here: past errors never become known, and
# R's standard errors, which count that, are up to 7 % larger than those from the weights of the errors to come.
# co2 is taken over 350 because R's prior for differences is centred at 0 and as wide as a thousand errors.
# auto.arima compares exact likelihoods here (approximation = FALSE), as the Java code always does.
suppressPackageStartupMessages(library(forecast))
set.seed(20260102)

text <- function(v) paste(format(as.numeric(v), digits = 10, trim = TRUE, scientific = FALSE), collapse = " ")
orders <- function(fit) fit$arma[c(1, 6, 2, 3, 7, 4)]
part <- function(fit, pattern) fit$coef[grep(pattern, names(fit$coef))]
constant <- function(fit) part(fit, "intercept|drift|xreg")

fixed <- function(name, x, order, seasonal = c(0, 0, 0), with = FALSE) {
  fit <- Arima(x, order = order, seasonal = seasonal, include.constant = with, optim.control = list(reltol = 1e-12))
  h <- max(6, frequency(x))
  f <- forecast(fit, h = h, level = 95)
  cat(name, max(1, frequency(x)), text(orders(fit)), with, text(x), text(fit$loglik),
      text(c(part(fit, "^ar"), part(fit, "^ma"), part(fit, "^sar"), part(fit, "^sma"))),
      text(if (with) constant(fit) else 0), text(f$mean), text((f$upper[, 1] - f$mean) / qnorm(0.975)), sep = ";", file = "fixed.csv", append = TRUE)
  cat("\n", file = "fixed.csv", append = TRUE)
}
chosen <- function(name, x) {
  fit <- auto.arima(x, approximation = FALSE)
  h <- max(6, frequency(x))
  cat(name, max(1, frequency(x)), text(orders(fit)), length(constant(fit)) > 0, text(x), text(fit$aicc),
      text(forecast(fit, h = h)$mean), sep = ";", file = "chosen.csv", append = TRUE)
  cat("\n", file = "chosen.csv", append = TRUE)
}

unlink(c("fixed.csv", "chosen.csv"))
fixed("Nile", Nile, c(1, 0, 1), with = TRUE)
fixed("Nile", Nile, c(0, 1, 1))
fixed("LakeHuron", LakeHuron, c(2, 0, 0), with = TRUE)
fixed("LakeHuron", LakeHuron, c(1, 1, 0))
fixed("WWWusage", WWWusage, c(3, 1, 0))
fixed("WWWusage", WWWusage, c(1, 1, 1))
fixed("BJsales", BJsales, c(1, 1, 1), with = TRUE)
fixed("uspop", uspop, c(0, 2, 1))
fixed("lynx", log(lynx), c(2, 0, 2), with = TRUE)
fixed("lh", lh, c(3, 0, 0), with = TRUE)
fixed("sunspot.year", sqrt(sunspot.year), c(2, 0, 1), with = TRUE)
fixed("nhtemp", nhtemp, c(0, 1, 1), with = TRUE)
fixed("AirPassengers, logs", log(AirPassengers), c(0, 1, 1), c(0, 1, 1))
fixed("AirPassengers, logs", log(AirPassengers), c(2, 1, 0), c(0, 1, 1))
fixed("USAccDeaths", USAccDeaths, c(0, 1, 1), c(0, 1, 1))
fixed("ldeaths", ldeaths, c(1, 0, 0), c(1, 1, 0), with = TRUE)
fixed("nottem", nottem, c(1, 0, 0), c(1, 1, 1), with = TRUE)
fixed("UKgas, logs", log(UKgas), c(0, 1, 1), c(0, 1, 1))
fixed("JohnsonJohnson, logs", log(JohnsonJohnson), c(2, 0, 0), c(1, 1, 0), with = TRUE)
fixed("austres", austres, c(1, 1, 0), c(1, 0, 0), with = TRUE)
fixed("woolyrnq", woolyrnq, c(1, 1, 1), c(0, 1, 1))
fixed("mdeaths", mdeaths, c(1, 0, 0), c(1, 1, 0), with = TRUE)
fixed("fdeaths", fdeaths, c(0, 0, 1), c(2, 0, 0), with = TRUE)
fixed("UKDriverDeaths, logs", log(UKDriverDeaths), c(1, 0, 1), c(0, 1, 1))
fixed("co2 over 350", window(co2, 1988) - 350, c(0, 1, 1), c(1, 1, 0))
fixed("taylor a day", ts(colSums(matrix(taylor, 48)) / 1000, frequency = 7), c(1, 0, 0), c(0, 1, 1), with = TRUE)
fixed("treering", head(treering, 100), c(1, 0, 1), with = TRUE)
fixed("BJsales.lead", BJsales.lead, c(0, 1, 1))
fixed("discoveries", discoveries, c(1, 0, 1), with = TRUE)
fixed("precip", ts(precip), c(0, 0, 1), with = TRUE)
fixed("freeny", ts(as.numeric(freeny.y)), c(1, 1, 0), with = TRUE)
fixed("airmiles, logs", log(airmiles), c(1, 1, 0), with = TRUE)
fixed("DAX, logs", ts(log(head(EuStockMarkets[, "DAX"], 100))), c(2, 1, 0), with = TRUE)
fixed("presidents", window(presidents, 1957, c(1971, 4)), c(1, 0, 1), with = TRUE)

series <- list(
  AirPassengers = log(AirPassengers), USAccDeaths = USAccDeaths, ldeaths = ldeaths, UKgas = log(UKgas),
  JohnsonJohnson = log(JohnsonJohnson), nottem = window(nottem, 1930), Nile = Nile, LakeHuron = LakeHuron, uspop = uspop,
  BJsales = BJsales, WWWusage = WWWusage, austres = austres, lynx = log(lynx), lh = lh, nhtemp = nhtemp,
  discoveries = discoveries, sunspots = sqrt(window(sunspot.year, 1900)), wineind = wineind / 1000, woolyrnq = woolyrnq)
simulated <- function(n, model, m = 1, level = 100, season = 0, slope = 0) ts(
  round(level + slope * 1:n + arima.sim(model, n)[1:n] + rep_len(season, n), 3), frequency = m)
for (k in 1:4) {
  series[[paste("simulated AR", k)]] <- simulated(40 + 20 * k, list(ar = c(0.5, 0.1 * k)))
  series[[paste("simulated MA", k)]] <- simulated(40 + 20 * k, list(ma = 0.2 * k))
  series[[paste("simulated walk", k)]] <- simulated(30 + 15 * k, list(order = c(0, 1, 1), ma = -0.15 * k), slope = k)
  series[[paste("simulated quarter", k)]] <- simulated(40 + 8 * k, list(ar = 0.2 * k), 4, season = c(4, -1, -5, 2), slope = k / 2)
  series[[paste("simulated month", k)]] <- simulated(60 + 12 * k, list(ar = 0.6, ma = 0.1 * k), 12, season = 4 * sin(2 * pi * 1:12 / 12))
}
for (name in names(series)) chosen(name, series[[name]])
