package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Question;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the place from a champion that does much worse than repeating the last season. */
final class AccuracyGuard {

    private static final Logger LOG = LoggerFactory.getLogger(AccuracyGuard.class);
    private static final Principal GUARD = Principal.system("accuracy-guard");

    private final Map<ForecastScope, YearMonth> checked = new ConcurrentHashMap<>();
    private final JournaledRoles roles;
    private final LiveScores scores;
    private final Clock clock;

    AccuracyGuard(JournaledRoles roles, Database database, Clock clock) {
        this.roles = roles;
        this.scores = new LiveScores(database);
        this.clock = clock;
    }

    /** Looks at the scores when a question brings a month that was not known before. */
    void check(Roles present, Question question) {
        YearMonth first = question.firstPeriod().orElseThrow();
        YearMonth before = checked.getOrDefault(present.scope(), YearMonth.of(0, 1));
        if (first.isAfter(before)) {
            checked.put(present.scope(), first);
            present.rule().flatMap(PromotionRule::mostOfNaive).ifPresent(most -> present.champion()
                    .ifPresent(champion -> check(present, champion, most)));
        }
    }

    private void check(Roles present, Alias champion, double most) {
        int periods = present.rule().orElseThrow().leastPeriods();
        Score score = scores.ofChampion(present, champion, periods);
        if (score.periods() >= periods
                && score.ofNaive().filter(ratio -> ratio > most).isPresent()) {
            String why = String.format(
                    Locale.ROOT,
                    "its errors over the last %d months are %.2f of those of repeating the last season, more than %.2f",
                    periods,
                    score.ofNaive().get(),
                    most);
            LOG.warn("{} is not champion of {} any more: {}", champion.model(), present.scope(), why);
            roles.change(
                    present.scope(),
                    OptionalLong.of(present.version()),
                    now -> now.withdrawn(new Withdrawal(champion, clock.instant(), why)),
                    GUARD,
                    why);
        }
    }
}
