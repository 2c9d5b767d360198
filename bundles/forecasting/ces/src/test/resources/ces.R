# Makes ces.csv with R (4.2 when it was made): Rscript ces.R > ces.csv
# Complex exponential smoothing in the matrix form of Svetunkov, Kourentzes & Ord (2022), with parameters drawn at
# random, over R's own series. The matrices hold a whole season of states, so that nothing here counts phases.
# Columns: name;season;season length;a0 a1 b0 b1;values;squared errors;mean;variance in units of the errors';stable
text <- function(v) paste(format(as.numeric(v), digits = 12, trim = TRUE, scientific = FALSE), collapse = " ")
block <- function(p0, p1) matrix(c(1, 1, -(1 - p1), 1 - p0), 2)
gain <- function(p0, p1) c(p0 - p1, p0 + p1)
# States of m periods, the newest first; the new one comes from that a season ago.
lagged <- function(f, m) {
  k <- nrow(f); big <- matrix(0, k * m, k * m)
  big[1:k, (k * (m - 1) + 1):(k * m)] <- f
  if (m > 1) big[(k + 1):(k * m), 1:(k * (m - 1))] <- diag(k * (m - 1))
  big
}
pad <- function(v, n) c(v, rep(0, n - length(v)))
read <- function(k, m) c(rep(0, k * (m - 1)), 1, rep(0, k - 1))
beside <- function(a, b) rbind(cbind(a, matrix(0, nrow(a), ncol(b))), cbind(matrix(0, nrow(b), ncol(a)), b))
model <- function(season, m, p) {
  f <- block(p[1], p[2]); g <- gain(p[1], p[2])
  if (season == "NONE") return(list(F = f, g = g, w = c(1, 0)))
  if (season == "SIMPLE") return(list(F = lagged(f, m), g = pad(g, 2 * m), w = read(2, m)))
  if (season == "PARTIAL")
    return(list(F = beside(f, lagged(matrix(1), m)), g = c(g, pad(p[3], m)), w = c(1, 0, read(1, m))))
  list(F = beside(f, lagged(block(p[3], p[4]), m)), g = c(g, pad(gain(p[3], p[4]), 2 * m)), w = c(1, 0, read(2, m)))
}
# Every level begins with the first value, every potential with half of it, and the season with a tenth of its phase.
start <- function(season, m, y) {
  phases <- rev(seq_len(m)) / 10
  switch(season, NONE = c(y, y / 2), SIMPLE = rep(c(y, y / 2), m), PARTIAL = c(y, y / 2, phases),
         FULL = c(y, y / 2, as.vector(rbind(phases, phases / 2))))
}
line <- function(name, x, season) {
  m <- frequency(x); y <- as.numeric(x); h <- 15
  p <- round(c(runif(1, 0.4, 1.9), runif(1, 0.8, 1.2), runif(1, 0.05, 0.5), runif(1, 0.8, 1.2)), 3)
  if (season == "FULL") p[3] <- p[3] + 1
  s <- model(season, m, p)
  state <- start(season, m, y[1]); squares <- 0
  for (value in y) {
    error <- value - sum(s$w * state)
    squares <- squares + error^2
    state <- s$F %*% state + s$g * error
  }
  mean <- variance <- numeric(h); response <- s$g; total <- 1
  for (k in 1:h) {
    mean[k] <- sum(s$w * state); state <- s$F %*% state
    variance[k] <- total; total <- total + sum(s$w * response)^2; response <- s$F %*% response
  }
  own <- block(p[1], p[2]) - outer(gain(p[1], p[2]), c(1, 0))
  stable <- all(Mod(eigen(own)$values) < 1)
  cat(name, season, m, text(p), text(y), text(squares), text(mean), text(variance), stable, sep = ";")
  cat("\n")
}
set.seed(7)
seasonal <- list(AirPassengers = AirPassengers, UKgas = UKgas, nottem = window(nottem, 1935),
                 ldeaths = ldeaths, JohnsonJohnson = JohnsonJohnson, austres = austres,
                 accidents = USAccDeaths, co2 = window(co2, 1990))
yearly <- list(Nile = Nile, LakeHuron = LakeHuron, lynx = lynx, WWWusage = WWWusage, airmiles = airmiles,
               discoveries = discoveries, BJsales = BJsales)
for (name in names(seasonal)) for (season in c("NONE", "SIMPLE", "PARTIAL", "FULL")) line(name, seasonal[[name]], season)
for (name in names(yearly)) line(name, yearly[[name]], "NONE")
