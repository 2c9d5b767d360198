package io.binnacle.forecasting.kernels.stl;

import java.util.Arrays;

/** Values and how far each is trusted, from 0 to 1. */
record Weighted(double[] values, double[] trusted) {

    static Weighted alike(double[] values) {
        double[] trusted = new double[values.length];
        Arrays.fill(trusted, 1);
        return new Weighted(values, trusted);
    }

    int length() {
        return values.length;
    }

    double value(int time) {
        return values[time];
    }

    double trust(int time) {
        return trusted[time];
    }

    /** Every so manieth, from one on. */
    Weighted every(int distance, int from) {
        int length = (values.length - from + distance - 1) / distance;
        double[] some = new double[length];
        double[] trust = new double[length];
        for (int k = 0; k < length; k++) {
            some[k] = values[from + k * distance];
            trust[k] = trusted[from + k * distance];
        }
        return new Weighted(some, trust);
    }
}
