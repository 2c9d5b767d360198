# Makes reference.csv with R (4.2 when it was made): Rscript reference.R
# name;season length;logarithms;p d q P D Q;values;coefficients AR MA seasonal AR seasonal MA;mean of the next periods;
# their standard errors. Mean and errors are those of logarithms where the column says so.
# The series are R's own, and those on which TRAMO finds neither an outlier nor a trend constant.
text <- function(v) paste(format(as.numeric(v), digits = 10, trim = TRUE, scientific = FALSE), collapse = " ")

reference <- function(name, logarithms, order, seasonal = c(0, 0, 0)) {
  x <- get(name)
  y <- if (logarithms) log(x) else x
  fit <- arima(y, order = order, seasonal = seasonal, method = "ML",
               optim.control = list(reltol = 1e-12))
  p <- predict(fit, n.ahead = 12)
  cat(name, frequency(x), logarithms, text(c(order, seasonal)), text(x), text(fit$coef), text(p$pred), text(p$se),
      sep = ";", file = "reference.csv", append = TRUE)
  cat("\n", file = "reference.csv", append = TRUE)
}

unlink("reference.csv")
reference("AirPassengers", TRUE, c(0, 1, 1), c(0, 1, 1))
reference("co2", TRUE, c(0, 1, 1), c(0, 1, 1))
reference("nottem", FALSE, c(1, 0, 0), c(1, 1, 1))
reference("LakeHuron", TRUE, c(1, 0, 1))
