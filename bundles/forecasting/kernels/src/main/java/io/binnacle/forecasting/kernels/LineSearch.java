package io.binnacle.forecasting.kernels;

import java.util.function.DoubleUnaryOperator;

/** Looks for the least value of a function of one variable: a coarse grid, then golden sections. */
public final class LineSearch {

    private static final int GRID = 10;
    private static final int SECTIONS = 16;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private LineSearch() {}

    /** The best argument found between {@code low} and {@code high}, which may have several local minima. */
    public static double minimum(DoubleUnaryOperator function, double low, double high) {
        double step = (high - low) / GRID;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= GRID; k++) {
            double value = function.applyAsDouble(low + k * step);
            if (value < least) {
                least = value;
                best = k;
            }
        }
        double left = low + Math.max(0, best - 1) * step;
        double right = low + Math.min(GRID, best + 1) * step;
        double refined = goldenSection(function, left, right);
        // The end of the range is never hit by sections, and an optimum lies there often.
        return function.applyAsDouble(refined) < least ? refined : low + best * step;
    }

    private static double goldenSection(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int k = 0; k < SECTIONS; k++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return atLeft < atRight ? left : right;
    }
}
