package io.binnacle.forecasting.core.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The scores of one model over many series. Not for several threads. */
final class Total {

    static final List<String> COLUMNS = List.of(
            "series",
            "sMAPE",
            "pooled",
            "MASE",
            "RMSSE",
            "WAPE",
            "bias",
            "MSIS",
            "CRPS",
            "coverage",
            "ACD",
            "width",
            "ms");

    private final double level;
    private final Strains strains = new Strains();
    private int series;
    private int scaled;
    private int periods;
    private double smape;
    private double pooled;
    private double mase;
    private double rmsse;
    private double msis;
    private double crps;
    private double absoluteError;
    private double error;
    private double absoluteActual;
    private int inside;
    private double nanoseconds;

    Total(double level) {
        this.level = level;
    }

    void add(Score score, long nanos) {
        series++;
        periods += score.periods();
        smape += score.smape();
        pooled += score.smape() * score.periods();
        absoluteError += score.absoluteError();
        error += score.error();
        absoluteActual += score.absoluteActual();
        inside += score.inside();
        nanoseconds += nanos;
        Arrays.stream(score.strains()).forEach(strains::add);
        if (score.isScaled()) {
            scaled++;
            mase += score.mase();
            rmsse += score.rmsse();
            msis += score.msis();
            crps += score.crps();
        }
    }

    /** In the order of {@link #COLUMNS}. */
    List<String> cells() {
        double coverage = inside / (double) periods;
        return List.of(
                String.valueOf(series),
                number("%.2f", smape / series),
                number("%.2f", pooled / periods),
                number("%.3f", mase / scaled),
                number("%.3f", rmsse / scaled),
                number("%.2f", 100 * absoluteError / absoluteActual),
                number("%+.2f", 100 * error / absoluteActual),
                number("%.2f", msis / scaled),
                number("%.3f", crps / scaled),
                number("%.1f", 100 * coverage),
                number("%.1f", 100 * Math.abs(coverage - level)),
                number("%.3f", strains.factor(level)),
                number("%.3f", nanoseconds / 1e6 / series));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }
}
