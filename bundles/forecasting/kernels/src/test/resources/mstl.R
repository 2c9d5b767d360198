# Makes mstl.csv with R and its package forecast (8.20 on R 4.2 when it was made): Rscript mstl.R > mstl.csv
# Columns: name;season lengths;values;one column for each season;trend
suppressMessages(library(forecast))
text <- function(v) paste(format(as.numeric(v), digits = 10, trim = TRUE, scientific = FALSE), collapse = " ")
line <- function(name, x, lengths) {
  parts <- mstl(msts(as.numeric(x), seasonal.periods = lengths))
  seasons <- grep("Seasonal", colnames(parts))
  cat(name, text(lengths), text(x), sep = ";")
  for (k in seasons) cat("", text(parts[, k]), sep = ";")
  cat("", text(parts[, "Trend"]), sep = ";")
  cat("\n")
}
line("taylor", head(taylor, 900), c(48, 336))
set.seed(1)
t <- 1:600
line("simulated", round(100 + 0.05 * t + 20 * sin(2 * pi * t / 24) + 9 * cos(2 * pi * t / 168) + rnorm(600), 3), c(24, 168))
line("three", round(50 + 5 * sin(2 * pi * t / 7) + 9 * (t %% 28 < 3) + 4 * cos(2 * pi * t / 91) + rnorm(600), 3), c(7, 28, 91))
line("AirPassengers", AirPassengers, 12)
