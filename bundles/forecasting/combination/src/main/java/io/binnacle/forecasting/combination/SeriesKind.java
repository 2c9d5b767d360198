package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.kernels.Intermittence;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** What a series is like, and which models are combined for it. */
enum SeriesKind {

    /** Demand now and then, with nothing in between. */
    INTERMITTENT(SeriesKind::isIntermittent, "intermittent"),

    /** Hours, or shorter periods, of a day: there is a week around it. */
    HOURLY(SeriesKind::isHourly, "mstl", "seasonal-naive"),

    USUAL(history -> true, "ces", "ets", "theta");

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
        double[] values = history.toArray();
        return Arrays.stream(values).allMatch(value -> value >= 0)
                && Arrays.stream(values).anyMatch(value -> value > 0)
                && Intermittence.of(values);
    }

    private static boolean isHourly(TimeSeries history) {
        return history.seasonLength() % HOURS_A_DAY == 0
                && history.length() > DAYS_TO_SEE_A_WEEK * history.seasonLength();
    }
}
