package io.binnacle.forecasting.kernels.stl;

/** Smooths the values of each period of the season by themselves, and carries them on a season either way. */
record CycleSubseries(int seasonLength, Loess loess) {

    double[] smooth(Weighted values) {
        double[] extended = new double[values.length() + 2 * seasonLength];
        for (int period = 0; period < seasonLength; period++) {
            double[] smooth = extended(values.every(seasonLength, period));
            for (int year = 0; year < smooth.length; year++) {
                extended[period + year * seasonLength] = smooth[year];
            }
        }
        return extended;
    }

    private double[] extended(Weighted values) {
        int n = values.length();
        double[] inside = loess.smooth(values);
        double[] extended = new double[n + 2];
        System.arraycopy(inside, 0, extended, 1, n);
        extended[0] = loess.at(-1, 0, Math.min(loess.window(), n) - 1, values, inside[0]);
        extended[n + 1] = loess.at(n, Math.max(0, n - loess.window()), n - 1, values, inside[n - 1]);
        return extended;
    }
}
