package io.binnacle.forecasting.core.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Question;
import io.binnacle.platform.api.security.Principal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class ScoreTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    // 10, 14, 12 changes by 4 and 2: its scale is 3. Two months follow: 13 and 20.
    private final List<ScoredPoint> points =
            List.of(new ScoredPoint("a", MAY, 13, run(), 0), new ScoredPoint("a", MAY.plusMonths(1), 20, run(), 1));

    private static ForecastRun run() {
        Outlook outlook = new Outlook(2, List.of(0.8), 42);
        Forecast forecast = new Forecast(
                List.of(12.0, 16.0), List.of(new PredictionInterval(0.8, List.of(11.0, 14.0), List.of(14.0, 18.0))));
        Question question =
                new Question("a", TimeSeries.of(10, 14, 12), outlook, ForecastScope.GENERAL, Optional.of(MAY));
        ModelInfo model = new ModelInfo("any", "1.0.0", "bundle");
        return ForecastRun.of(
                question,
                new ForecastAnswer("a", model, "hash", forecast),
                Principal.system("test"),
                Clock.systemUTC());
    }

    @Test
    void measures_points_and_intervals() {
        Score score = Score.of(points, 0.8);

        assertThat(score.periods()).isEqualTo(2);
        // Errors 1 and 4, of 13 + 20.
        assertThat(score.wape()).isCloseTo(5 / 33.0, within(1e-12));
        assertThat(score.mase().orElseThrow()).isCloseTo((1 / 3.0 + 4 / 3.0) / 2, within(1e-12));
        assertThat(score.coverage()).contains(0.5);
        // Repeating 12 errs by 1 and 8.
        assertThat(score.ofNaive().orElseThrow()).isCloseTo(5 / 9.0, within(1e-12));
        // First month: .5 * 1 + .1 * 2 + .1 * 1 = .8; second: .5 * 4 + .1 * 6 + .9 * 2 = 4.4; twice a third of each.
        assertThat(score.crps()).isCloseTo(2 / 3.0 * 5.2 / 33, within(1e-12));
    }

    @Test
    void a_level_that_nobody_asked_for_has_no_coverage() {
        assertThat(Score.of(points, 0.95).coverage()).isEmpty();
    }
}
