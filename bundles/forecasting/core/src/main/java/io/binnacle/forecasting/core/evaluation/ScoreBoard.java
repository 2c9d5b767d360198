package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.api.Forecast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Scores of several models over many series, as a table. Not for several threads. */
public final class ScoreBoard {

    private record Part(String cut, String name, int number, int model) {

        String label() {
            return (cut + " " + (name.isEmpty() && number > 0 ? String.valueOf(number) : name)).strip();
        }
    }

    private static final String ALL = "all";

    private final List<String> models;
    private final Yardstick yardstick;
    private final Set<Cut> cuts;
    private final Comparison comparison;
    private final Map<Part, Total> totals = new TreeMap<>(Comparator.comparing(Part::cut)
            .thenComparing(Part::number)
            .thenComparing(Part::name)
            .thenComparing(Part::model));
    private final Refusals refusals = new Refusals();

    /**
     * @param models in the order in which {@link Judge} judges them
     * @param reference the one that the others are tested against; one of the models
     */
    public ScoreBoard(List<String> models, double level, String reference, Set<Cut> cuts) {
        this.models = List.copyOf(models);
        this.yardstick = new Yardstick(level);
        this.cuts = Set.copyOf(cuts);
        this.comparison = new Comparison(models.size(), models.indexOf(reference));
    }

    public void add(Judge.Verdict verdict) {
        double[] losses = new double[models.size()];
        for (int model = 0; model < losses.length; model++) {
            losses[model] = score(verdict.split(), model, verdict.attempts().get(model));
        }
        comparison.add(losses);
    }

    /** The names of the columns, and then the rows. */
    public List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        table.add(row("part", "model", Total.COLUMNS, Comparison.COLUMNS));
        List<List<String>> compared = comparison.cells();
        totals.forEach((part, total) -> table.add(row(
                part.label(),
                models.get(part.model()),
                total.cells(),
                part.cut().equals(ALL) ? compared.get(part.model()) : List.of("", ""))));
        return table;
    }

    /** One sentence for each model that did not forecast every series. */
    public List<String> refusals() {
        return refusals.sentences();
    }

    // NaN when it cannot be compared.
    private double score(SplitSeries split, int model, Judge.Attempt attempt) {
        if (attempt.forecast().isEmpty()) {
            refusals.add(models.get(model), split.id(), attempt.failure());
            return Double.NaN;
        }
        Forecast forecast = attempt.forecast().get();
        Score score = Score.of(split, forecast, yardstick);
        total(ALL, "", 0, model).add(score, attempt.nanos());
        if (cuts.contains(Cut.SERIES)) {
            total("series", split.id(), 0, model).add(score, attempt.nanos());
        }
        if (cuts.contains(Cut.SEGMENT)) {
            total("segment", split.segment(), 0, model).add(score, attempt.nanos());
        }
        if (cuts.contains(Cut.SEASON)) {
            total("season", "", split.history().seasonLength(), model).add(score, attempt.nanos());
        }
        if (cuts.contains(Cut.STEP)) {
            IntStream.range(0, split.actual().length).forEach(step -> total("step", "", step + 1, model)
                    .add(Score.of(split, forecast, yardstick, step, step + 1), attempt.nanos()));
        }
        return score.isScaled() ? score.mase() : Double.NaN;
    }

    private Total total(String cut, String name, int number, int model) {
        return totals.computeIfAbsent(new Part(cut, name, number, model), part -> new Total(yardstick.level()));
    }

    private static List<String> row(String part, String model, List<String> scores, List<String> compared) {
        List<String> row = new ArrayList<>(List.of(part, model));
        row.addAll(scores);
        row.addAll(compared);
        return List.copyOf(row);
    }
}
