package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.TimeSeries;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a series is like, and which models are combined for it. */
enum SeriesKind {

    /** Mostly without demand: every 1.32 periods or less often (Syntetos, Boylan &amp; Croston 2005). */
    INTERMITTENT(SeriesKind::isIntermittent, "intermittent"),

    /** Hours, or shorter periods, of a day: there is a week around it. */
    HOURLY(SeriesKind::isHourly, "mstl", "seasonal-naive"),

    USUAL(history -> true, "ces", "ets", "theta");

    private static final double LONGEST_INTERVAL = 1.32;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_TO_SEE_A_WEEK = 14;

    final Set<String> members;

    private final Predicate<TimeSeries> matches;

    SeriesKind(Predicate<TimeSeries> matches, String... members) {
        this.matches = matches;
        this.members = Set.of(members);
    }

    static SeriesKind of(TimeSeries history) {
        return Arrays.stream(values())
                .filter(kind -> kind.matches.test(history))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isIntermittent(TimeSeries history) {
        long demands = IntStream.range(0, history.length())
                .filter(t -> history.get(t) > 0)
                .count();
        boolean negative = IntStream.range(0, history.length()).anyMatch(t -> history.get(t) < 0);
        return !negative && demands > 0 && history.length() > LONGEST_INTERVAL * demands;
    }

    private static boolean isHourly(TimeSeries history) {
        return history.seasonLength() % HOURS_A_DAY == 0
                && history.length() > DAYS_TO_SEE_A_WEEK * history.seasonLength();
    }
}
