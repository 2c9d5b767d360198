# Makes outliers.csv with R (forecast 8.20 when it was made) from its own data sets: Rscript outliers.R > outliers.csv
# Columns: name;season length;values with planted outliers;where they were planted;what forecast::tsoutliers finds;its
# replacements. Places count from 1.
suppressMessages(library(forecast))
text <- function(v) paste(format(as.numeric(v), digits = 12, trim = TRUE, scientific = FALSE), collapse = " ")
line <- function(name, x, at, by) {
  x[at] <- x[at] + by
  found <- tsoutliers(x)
  cat(name, frequency(x), text(x), text(at), text(found$index), text(found$replacements), sep = ";")
  cat("\n")
}
line("USAccDeaths", USAccDeaths, c(20, 41, 60), c(4000, -3500, 3000))
line("nottem", window(nottem, 1930), c(13, 50, 90), c(-25, 30, 22))
line("AirPassengers", log(AirPassengers), c(15, 77, 140), c(0.5, -0.4, 0.45))
line("UKgas", log(UKgas), c(9, 60, 99), c(0.8, -1, 1.1))
line("co2", window(co2, 1990), c(10, 50, 70), c(5, -6, 4))
line("ldeaths", log(ldeaths), c(15, 38, 58), c(1, -0.9, 1.1))
