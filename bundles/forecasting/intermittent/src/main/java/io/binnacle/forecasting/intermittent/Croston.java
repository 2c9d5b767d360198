package io.binnacle.forecasting.intermittent;

/**
 * Smooths the sizes of demands and the intervals between them apart (Croston 1972). Their quotient is too
 * large on average; Syntetos &amp; Boylan (2005) multiply it by 1 - alpha / 2.
 */
final class Croston implements DemandRate {

    private final double alpha;
    private final double correction;
    private double size = Double.NaN;
    private double interval;
    private int waited = 1;

    private Croston(double alpha, double correction) {
        this.alpha = alpha;
        this.correction = correction;
    }

    static Croston original(double alpha) {
        return new Croston(alpha, 1);
    }

    static Croston syntetosBoylan(double alpha) {
        return new Croston(alpha, 1 - alpha / 2);
    }

    @Override
    public double next() {
        return correction * size / interval;
    }

    @Override
    public void observe(double demand) {
        if (demand == 0) {
            waited++;
            return;
        }
        boolean first = Double.isNaN(size);
        size = first ? demand : size + alpha * (demand - size);
        interval = first ? waited : interval + alpha * (waited - interval);
        waited = 1;
    }
}
