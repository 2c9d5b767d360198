package io.binnacle.forecasting.intermittent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A series of intermittent demand and the method that followed it best: the one whose one-step forecasts had
 * the least squared errors, of which the mean demand is the optimum. (Absolute errors are least for zeros.)
 *
 * @param errors of the method's one-step forecasts, ascending
 */
record Demand(double rate, double[] errors) {

    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.3};

    static Demand of(double[] values) {
        if (Arrays.stream(values).allMatch(value -> value == 0)) {
            return new Demand(0, new double[1]);
        }
        return methods(values).stream()
                .map(method -> follow(values, method.get()))
                .reduce((one, other) -> other.squares() < one.squares() ? other : one)
                .orElseThrow();
    }

    private static List<Supplier<DemandRate>> methods(double[] values) {
        int bucket = meanInterval(values);
        List<Supplier<DemandRate>> methods = new ArrayList<>();
        for (double alpha : ALPHAS) {
            methods.add(() -> Croston.syntetosBoylan(alpha));
            methods.add(() -> new TeunterSyntetosBabai(alpha, alpha));
            methods.add(() -> new Aggregation(alpha, bucket));
        }
        return methods;
    }

    private static int meanInterval(double[] values) {
        long demands = Arrays.stream(values).filter(value -> value != 0).count();
        return (int) Math.max(1, Math.round(values.length / (double) demands));
    }

    /** Before a method can say anything, the mean so far stands in, so that all are judged over the same periods. */
    private static Demand follow(double[] values, DemandRate method) {
        double[] errors = new double[values.length - 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            if (t > 0) {
                errors[t - 1] = values[t] - rate(method, sum / t);
            }
            method.observe(values[t]);
            sum += values[t];
        }
        Arrays.sort(errors);
        return new Demand(rate(method, sum / values.length), errors);
    }

    private static double rate(DemandRate method, double mean) {
        double next = method.next();
        return Double.isNaN(next) ? mean : next;
    }

    private double squares() {
        return Arrays.stream(errors).map(error -> error * error).sum();
    }

    /** What the next periods stay below with the given probability: the rate and the quantile of past errors. */
    double quantile(double probability) {
        double position = probability * (errors.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, errors.length - 1);
        return rate + errors[below] + (position - below) * (errors[above] - errors[below]);
    }
}
