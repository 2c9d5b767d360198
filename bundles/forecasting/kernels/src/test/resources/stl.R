# Makes stl.csv with R (4.2 when it was made) from its own data sets: Rscript stl.R > stl.csv
# Columns: name;season length;seasonal window;plain or robust;values;season;trend
text <- function(v) paste(format(as.numeric(v), digits = 10, trim = TRUE, scientific = FALSE), collapse = " ")
line <- function(name, x, window, robust) {
  if (robust) x <- odd(x)
  parts <- stl(x, s.window = window, robust = robust)$time.series
  cat(name, frequency(x), window, if (robust) "robust" else "plain",
      text(x), text(parts[, "seasonal"]), text(parts[, "trend"]), sep = ";")
  cat("\n")
}
# R asks its partial sort for the two middle ones of an even number in the wrong order and may get another median
# (psort in stl.f takes ascending places), so that robust ones have an odd length here.
odd <- function(x) ts(x[1:(length(x) - 1 + length(x) %% 2)], frequency = frequency(x))
spoilt <- function(x) { x[c(9, 40)] <- x[c(9, 40)] * c(4, 0.1); x }
series <- list(AirPassengers = AirPassengers, USAccDeaths = USAccDeaths, nottem = window(nottem, 1930), UKgas = UKgas,
               JohnsonJohnson = JohnsonJohnson, austres = austres, ldeaths = window(ldeaths, c(1974, 3), c(1977, 7)),
               spoilt = spoilt(AirPassengers))
for (name in names(series)) for (window in c(7, 11, 35)) for (robust in c(FALSE, TRUE))
  line(name, series[[name]], window, robust)
