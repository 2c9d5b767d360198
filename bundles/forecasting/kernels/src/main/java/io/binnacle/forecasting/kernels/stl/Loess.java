package io.binnacle.forecasting.kernels.stl;

/**
 * Locally weighted regression over equally spaced times (Cleveland 1979): at each time a constant or a line
 * through the nearest observations, with tricube weights.
 *
 * @param window how many neighbours count; more than there are observations makes it smoother still
 * @param degree 0 for a constant, 1 for a line
 * @param jump fitted at every so many times, and interpolated between them
 */
public record Loess(int window, int degree, int jump) {

    // Nearer than this share of the reach weighs 1, farther than that one weighs nothing.
    private static final double NEAR = 0.001;
    private static final double FAR = 0.999;
    // A line through times less spread than this share of the whole range is no line.
    private static final double LEAST_SPREAD = 0.001;

    /** A smoother fitted at every tenth of its window, which loses nothing that can be seen. */
    public static Loess of(int window, int degree) {
        return new Loess(window, degree, (window + 9) / 10);
    }

    double[] smooth(Weighted values) {
        int n = values.length();
        double[] smooth = new double[n];
        int step = Math.max(1, Math.min(jump, n - 1));
        int fitted = 0;
        smooth[0] = inside(0, values);
        while (fitted < n - 1) {
            int next = Math.min(fitted + step, n - 1);
            smooth[next] = inside(next, values);
            interpolate(smooth, fitted, next);
            fitted = next;
        }
        return smooth;
    }

    private static void interpolate(double[] smooth, int from, int to) {
        double slope = (smooth[to] - smooth[from]) / (to - from);
        for (int t = from + 1; t < to; t++) {
            smooth[t] = smooth[from] + slope * (t - from);
        }
    }

    private double inside(int time, Weighted values) {
        int last = values.length() - 1;
        int width = Math.min(window, values.length());
        int left = Math.max(0, Math.min(time - (window - 1) / 2, last - width + 1));
        return at(time, left, left + width - 1, values, values.value(time));
    }

    /**
     * The fit at any time, from the observations between two.
     *
     * @param otherwise what to answer where none of them is trusted
     */
    double at(double time, int left, int right, Weighted values, double otherwise) {
        double[] weight = weights(time, left, right, values);
        double total = 0;
        double mean = 0;
        for (int t = left; t <= right; t++) {
            total += weight[t - left];
            mean += weight[t - left] * t;
        }
        if (total <= 0) {
            return otherwise;
        }
        mean /= total;
        double slope = degree > 0 ? slope(time, left, mean, total, weight, values.length()) : 0;
        double fit = 0;
        for (int t = left; t <= right; t++) {
            fit += weight[t - left] / total * (1 + slope * (t - mean)) * values.value(t);
        }
        return fit;
    }

    private double[] weights(double time, int left, int right, Weighted values) {
        double reach = Math.max(time - left, right - time) + Math.max(0, (window - values.length()) / 2);
        double[] weight = new double[right - left + 1];
        for (int t = left; t <= right; t++) {
            weight[t - left] = values.trust(t) * weight(Math.abs(t - time), reach);
        }
        return weight;
    }

    private static double slope(double time, int left, double mean, double total, double[] weight, int n) {
        double spread = 0;
        for (int k = 0; k < weight.length; k++) {
            spread += weight[k] / total * (left + k - mean) * (left + k - mean);
        }
        return Math.sqrt(spread) > LEAST_SPREAD * (n - 1) ? (time - mean) / spread : 0;
    }

    private static double weight(double distance, double reach) {
        if (distance > FAR * reach) {
            return 0;
        }
        if (distance <= NEAR * reach) {
            return 1;
        }
        double share = distance / reach;
        double tail = 1 - share * share * share;
        return tail * tail * tail;
    }
}
