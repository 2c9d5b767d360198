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

    double[] smooth(double[] values) {
        int n = values.length;
        double[] smooth = new double[n];
        int step = Math.max(1, Math.min(jump, n - 1));
        int fitted = 0;
        smooth[0] = at(0, values);
        while (fitted < n - 1) {
            int next = Math.min(fitted + step, n - 1);
            smooth[next] = at(next, values);
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

    private double at(int time, double[] values) {
        int last = values.length - 1;
        int width = Math.min(window, values.length);
        int left = Math.max(0, Math.min(time - (window - 1) / 2, last - width + 1));
        return at(time, left, left + width - 1, values);
    }

    /** The fit at any time, from the observations between two. */
    double at(double time, int left, int right, double[] values) {
        int n = values.length;
        double reach = Math.max(time - left, right - time) + Math.max(0, (window - n) / 2);
        double total = 0;
        double mean = 0;
        for (int t = left; t <= right; t++) {
            double weight = weight(Math.abs(t - time), reach);
            total += weight;
            mean += weight * t;
        }
        mean /= total;
        double spread = 0;
        for (int t = left; t <= right && degree > 0; t++) {
            spread += weight(Math.abs(t - time), reach) / total * (t - mean) * (t - mean);
        }
        double slope = Math.sqrt(spread) > LEAST_SPREAD * (n - 1) ? (time - mean) / spread : 0;
        double fit = 0;
        for (int t = left; t <= right; t++) {
            double weight = weight(Math.abs(t - time), reach) / total;
            fit += weight * (1 + slope * (t - mean)) * values[t];
        }
        return fit;
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
