package io.binnacle.forecasting.onnx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one period out of a net's outputs. Without a median among the quantiles, the mean stands in for it. */
final class QuantileOutputs {

    private static final double MIDDLE = 0.5;

    private final double[] scores;
    private final int[] outputs;

    QuantileOutputs(Descriptor descriptor) {
        Map<Double, Integer> places = new TreeMap<>(Map.of(MIDDLE, 0));
        int place = 1;
        for (double probability : descriptor.quantiles().orElse(Map.of()).keySet()) {
            places.put(probability, place++);
        }
        this.scores =
                places.keySet().stream().mapToDouble(QuantileOutputs::score).toArray();
        this.outputs = places.values().stream().mapToInt(one -> one).toArray();
    }

    Fan fan(List<float[]> values, int step, Scaling.Scale scale) {
        double[] quantiles = new double[outputs.length];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = scale.original(values.get(outputs[i])[step]);
        }
        return Fan.of(scale.original(values.get(0)[step]), scores, quantiles);
    }

    private static double score(double probability) {
        return Math.copySign(Fan.score(Math.abs(2 * probability - 1)), probability - MIDDLE);
    }
}
