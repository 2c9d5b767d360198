package io.binnacle.forecasting.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whether differences between models are more than chance, over the series that all of them forecast. The loss is
 * the mean absolute scaled error of a series. Not for several threads.
 */
final class Comparison {

    /** The p-values of Diebold and Mariano against the reference, and of the model confidence set. */
    static final List<String> COLUMNS = List.of("DM p", "MCS p");

    private final int models;
    private final int reference;
    private final List<double[]> losses = new ArrayList<>();

    Comparison(int models, int reference) {
        this.models = models;
        this.reference = reference;
    }

    /** @param loss of each model on one series; NaN where there is none */
    void add(double[] loss) {
        if (Arrays.stream(loss).noneMatch(Double::isNaN)) {
            losses.add(loss);
        }
    }

    /** In the order of the models, each in that of {@link #COLUMNS}. */
    List<List<String>> cells() {
        if (losses.size() < 2) {
            return IntStream.range(0, models).mapToObj(model -> List.of("", "")).toList();
        }
        double[] confidence = ModelConfidence.pValues(
                IntStream.range(0, models).mapToObj(this::column).toArray(double[][]::new));
        return IntStream.range(0, models)
                .mapToObj(model -> List.of(dieboldMariano(model), number(confidence[model])))
                .toList();
    }

    private String dieboldMariano(int model) {
        double[] differences = losses.stream()
                .mapToDouble(loss -> loss[model] - loss[reference])
                .toArray();
        return model == reference
                ? ""
                : number(DieboldMariano.of(differences, 1).p());
    }

    private double[] column(int model) {
        return losses.stream().mapToDouble(loss -> loss[model]).toArray();
    }

    private static String number(double p) {
        return String.format(Locale.ROOT, "%.3f", p);
    }
}
