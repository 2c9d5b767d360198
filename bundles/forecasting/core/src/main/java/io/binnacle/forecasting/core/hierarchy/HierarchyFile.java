package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import io.binnacle.forecasting.core.batch.LongSeries;
import io.binnacle.forecasting.core.batch.Seasons;
import io.binnacle.forecasting.core.batch.SeriesFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bottom series of a file in long form, which tells in further columns what each belongs to. */
record HierarchyFile(List<LongSeries> series) {

    private static final int MOST_SERIES = 10_000;

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES with the series at fault */
    static HierarchyFile read(SeriesFile file, Structure structure) {
        List<LongSeries> series = new ArrayList<>();
        while (file.hasNext()) {
            LongSeries next = file.next();
            refuseMissingGroup(next, structure.groups());
            refuseOtherPeriods(next, series.isEmpty() ? next : series.get(0));
            series.add(next);
            if (series.size() > MOST_SERIES) {
                throw INVALID_SERIES.because("a hierarchy takes at most %d series at its bottom", MOST_SERIES);
            }
        }
        if (series.size() < 2) {
            throw INVALID_SERIES.because("a hierarchy needs at least two series, the file has %d", series.size());
        }
        return new HierarchyFile(series);
    }

    /** With the season of the whole for all. */
    Hierarchy hierarchy(Structure structure, Seasons seasons) {
        List<BottomSeries> bottom = series.stream()
                .map(one -> new BottomSeries(one.id(), one.values(), groups(structure, one)))
                .toList();
        Hierarchy hierarchy = Hierarchy.of(structure, bottom, 1);
        LongSeries first = series.get(0);
        LongSeries whole = new LongSeries(
                Level.TOTAL,
                hierarchy.history(0, hierarchy.periods()).toArray(),
                new double[0],
                0,
                first.seasonLength(),
                first.firstPeriod(),
                List.of());
        return hierarchy.withSeasonLength(seasons.of(whole));
    }

    int filled() {
        return series.stream().mapToInt(LongSeries::filled).sum();
    }

    private static Map<String, String> groups(Structure structure, LongSeries one) {
        Map<String, String> groups = new HashMap<>();
        List<String> names = structure.groups();
        for (int i = 0; i < names.size(); i++) {
            groups.put(names.get(i), one.labels().get(i));
        }
        return groups;
    }

    private static void refuseMissingGroup(LongSeries one, List<String> groups) {
        int missing = one.labels().indexOf("");
        if (missing >= 0) {
            throw INVALID_SERIES.because(
                    "series '%s' has no %s; each series needs a value in each of the columns %s",
                    one.id(), groups.get(missing), groups);
        }
    }

    private static void refuseOtherPeriods(LongSeries one, LongSeries first) {
        if (one.values().length != first.values().length) {
            throw INVALID_SERIES.because(
                    "series '%s' has %d periods and '%s' has %d; all series must cover the same periods, so write 0"
                            + " where there was nothing",
                    one.id(), one.values().length, first.id(), first.values().length);
        }
        if (one.firstPeriod() != first.firstPeriod()) {
            throw INVALID_SERIES.because(
                    "series '%s' begins %d periods %s '%s'; all series must cover the same periods",
                    one.id(),
                    Math.abs(one.firstPeriod() - first.firstPeriod()),
                    one.firstPeriod() > first.firstPeriod() ? "after" : "before",
                    first.id());
        }
    }
}
