package io.binnacle.forecasting.arima;

/**
 * ARIMA(p,d,q)(P,D,Q) in the notation of Box &amp; Jenkins.
 *
 * @param ar p
 * @param differences d
 * @param ma q
 * @param constant whether the differenced series has a mean: a level, or a drift where there is one difference
 */
record Orders(
        int ar,
        int differences,
        int ma,
        int seasonalAr,
        int seasonalDifferences,
        int seasonalMa,
        int seasonLength,
        boolean constant) {

    static Orders differencing(int differences, int seasonalDifferences, int seasonLength) {
        boolean constant = differences + seasonalDifferences <= 1;
        return new Orders(0, differences, 0, 0, seasonalDifferences, 0, seasonLength, constant);
    }

    Orders withArma(int p, int q, int seasonalP, int seasonalQ) {
        return new Orders(p, differences, q, seasonalP, seasonalDifferences, seasonalQ, seasonLength, constant);
    }

    Orders withConstant(boolean wanted) {
        return new Orders(ar, differences, ma, seasonalAr, seasonalDifferences, seasonalMa, seasonLength, wanted);
    }

    boolean mayHaveConstant() {
        return differences + seasonalDifferences <= 1;
    }

    int armaCoefficients() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** Everything that is estimated but the variance. */
    int coefficients() {
        return armaCoefficients() + (constant ? 1 : 0);
    }
}
