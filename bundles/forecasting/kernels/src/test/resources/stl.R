# Makes stl.csv with R (4.2 when it was made) from its own data sets: Rscript stl.R > stl.csv
# Columns: name;season length;seasonal window;values;season;trend
text <- function(v) paste(format(as.numeric(v), digits = 10, trim = TRUE, scientific = FALSE), collapse = " ")
line <- function(name, x, window) {
  parts <- stl(x, s.window = window)$time.series
  cat(name, frequency(x), window, text(x), text(parts[, "seasonal"]), text(parts[, "trend"]), sep = ";")
  cat("\n")
}
series <- list(AirPassengers = AirPassengers, USAccDeaths = USAccDeaths, nottem = window(nottem, 1930), UKgas = UKgas,
               JohnsonJohnson = JohnsonJohnson, austres = austres, ldeaths = window(ldeaths, c(1974, 3), c(1977, 7)))
for (name in names(series)) for (window in c(7, 11, 35)) line(name, series[[name]], window)
