package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.core.runs.RunTable;
import io.binnacle.platform.api.storage.Database;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares forecasts that were given on live series with what came. What came is what later questions about the
 * same series bring as its past, so corrections of it count.
 */
final class LiveScores {

    private static final double USUAL_LEVEL = 0.8;
    private static final int MOST_RUNS = 20_000;

    /** Two models on the months and series that both forecast. */
    record Comparison(Alias model, Score score, Score champion) {}

    private record Slot(String series, YearMonth month) {}

    private final RunTable runs;

    LiveScores(Database database) {
        this.runs = new RunTable(database);
    }

    /** A model beside the champion. */
    Comparison compare(Roles roles, Alias model) {
        List<ForecastRun> all = runs(roles);
        Map<Slot, ScoredPoint> its = scored(all, run -> isBy(run, model));
        Map<Slot, ScoredPoint> champions = scored(all, champion(roles, all));
        Set<Slot> shared = its.keySet().stream().filter(champions::containsKey).collect(Collectors.toSet());
        double level = roles.rule().map(PromotionRule::level).orElse(USUAL_LEVEL);
        return new Comparison(model, score(its, shared, level), score(champions, shared, level));
    }

    /** The champion over the last {@code periods} months that are known. */
    Score ofChampion(Roles roles, Alias champion, int periods) {
        Map<Slot, ScoredPoint> points = scored(runs(roles), run -> isBy(run, champion));
        Set<YearMonth> last = points.keySet().stream()
                .map(Slot::month)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(periods)
                .collect(Collectors.toSet());
        Set<Slot> slots = points.keySet().stream()
                .filter(slot -> last.contains(slot.month()))
                .collect(Collectors.toSet());
        return score(points, slots, roles.rule().map(PromotionRule::level).orElse(USUAL_LEVEL));
    }

    private List<ForecastRun> runs(Roles roles) {
        return runs.ofScope(roles.scope(), roles.ruleSince().orElse(Instant.EPOCH), MOST_RUNS);
    }

    // Sorted, so that sums come out the same to the bit.
    private static Score score(Map<Slot, ScoredPoint> points, Set<Slot> slots, double level) {
        return Score.of(
                slots.stream()
                        .sorted(Comparator.comparing(Slot::series).thenComparing(Slot::month))
                        .map(points::get)
                        .toList(),
                level);
    }

    // Without a chosen champion it is the model that the platform chose last.
    private static Predicate<ForecastRun> champion(Roles roles, List<ForecastRun> all) {
        Optional<String> id = roles.champion().map(Alias::id).or(() -> all.stream()
                .filter(run -> !run.madeBy().equals(ShadowRuns.BY.name()))
                .max(Comparator.comparing(ForecastRun::madeAt))
                .map(run -> run.model().id()));
        return run -> Optional.of(run.model().id()).equals(id);
    }

    private static boolean isBy(ForecastRun run, Alias model) {
        return run.model().id().equals(model.id())
                && run.model().digest().equals(model.build().digest());
    }

    private static Map<Slot, ScoredPoint> scored(List<ForecastRun> all, Predicate<ForecastRun> of) {
        Map<String, ForecastRun> latest = all.stream()
                .collect(Collectors.toMap(
                        LiveScores::series, run -> run, BinaryOperator.maxBy(Comparator.comparing(LiveScores::first))));
        Map<Slot, ScoredPoint> scored = new HashMap<>();
        all.stream()
                .filter(of)
                .sorted(Comparator.comparing(LiveScores::first).thenComparing(ForecastRun::madeAt))
                .flatMap(run -> points(run, latest.get(series(run))))
                .forEach(point -> scored.put(new Slot(point.series(), point.month()), point));
        return scored;
    }

    private static Stream<ScoredPoint> points(ForecastRun run, ForecastRun latest) {
        List<Double> known = latest.input().values();
        YearMonth start = first(latest).minusMonths(known.size());
        int from = (int) start.until(first(run), ChronoUnit.MONTHS);
        int steps = Math.min(run.forecast().mean().size(), known.size() - from);
        return IntStream.range(0, from < 0 ? 0 : Math.max(0, steps))
                .mapToObj(step ->
                        new ScoredPoint(series(run), first(run).plusMonths(step), known.get(from + step), run, step));
    }

    private static String series(ForecastRun run) {
        return run.scope() + "/" + run.series();
    }

    private static YearMonth first(ForecastRun run) {
        return run.firstPeriod().orElseThrow();
    }
}
