package io.binnacle.forecasting.kernels;

import java.util.stream.DoubleStream;

/** Whether demand is intermittent: on average every 1.32 periods or less often (Syntetos, Boylan &amp; Croston 2005). */
public final class Intermittence {

    private static final double LONGEST_INTERVAL = 1.32;

    private Intermittence() {}

    /** Any value but zero is a demand. */
    public static boolean of(double[] values) {
        long demands = DoubleStream.of(values).filter(value -> value != 0).count();
        return values.length > LONGEST_INTERVAL * demands;
    }
}
