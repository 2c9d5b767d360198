package io.binnacle.forecasting.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.ets.EtsModel;
import io.binnacle.forecasting.theta.ThetaModel;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CombinationModelTest extends ForecastModelContract {

    private static final ModelInfo ETS = new ModelInfo("ets", "0.1.0", "io.binnacle.forecasting.ets");
    private static final ModelInfo THETA = new ModelInfo("theta", "0.1.0", "io.binnacle.forecasting.theta");
    private static final TimeSeries HISTORY = TimeSeries.of(12, 15, 11, 14, 18, 16, 17, 21, 19, 22, 20, 24);
    private static final Outlook OUTLOOK = new Outlook(3, List.of(0.8), 42);

    @Override
    protected ForecastModel model() {
        return CombinationModel.of(Map.of(ETS, new EtsModel(), THETA, new ThetaModel()));
    }

    @Test
    void forecasts_the_mean_of_its_members_and_names_them() {
        Forecast ets = new EtsModel().forecast(HISTORY, OUTLOOK);
        Forecast theta = new ThetaModel().forecast(HISTORY, OUTLOOK);

        Forecast forecast = model().forecast(HISTORY, OUTLOOK);

        assertThat(forecast.members()).containsExactlyInAnyOrder(ETS, THETA);
        for (int step = 0; step < 3; step++) {
            double middle = (ets.mean().get(step) + theta.mean().get(step)) / 2;
            assertThat(forecast.mean().get(step)).isCloseTo(middle, within(1e-12));
        }
    }

    @Test
    void goes_on_without_a_member_that_fails() {
        ForecastModel failing = answering(() -> {
            throw new IllegalStateException("no luck");
        });

        Forecast forecast = CombinationModel.of(Map.of(ETS, failing, THETA, new ThetaModel()))
                .forecast(HISTORY, OUTLOOK);

        assertThat(forecast.members()).containsExactly(THETA);
        assertThat(forecast.mean())
                .isEqualTo(new ThetaModel().forecast(HISTORY, OUTLOOK).mean());
    }

    @Test
    void goes_on_without_a_member_that_answers_no_numbers() {
        ForecastModel garbage =
                answering(() -> Forecast.normal(new double[] {1, Double.NaN, 3}, new double[3], List.of(0.8)));

        Forecast forecast = CombinationModel.of(Map.of(ETS, garbage, THETA, new ThetaModel()))
                .forecast(HISTORY, OUTLOOK);

        assertThat(forecast.members()).containsExactly(THETA);
    }

    @Test
    void leaves_out_a_member_that_needs_more_history() {
        Forecast forecast = model().forecast(TimeSeries.of(4, 5, 7), OUTLOOK);

        assertThat(forecast.members()).containsExactly(THETA);
    }

    @Test
    void fails_by_name_when_no_member_is_there() {
        assertThatThrownBy(() -> CombinationModel.of(Map.of()).forecast(HISTORY, OUTLOOK))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ForecastError.MODEL_FAILED));
    }

    @Test
    void asks_the_model_for_intermittent_demand_where_every_third_period_has_none() {
        Forecast forecast = everything().forecast(TimeSeries.of(0, 3, 1, 0, 2, 2, 0, 1, 4), OUTLOOK);

        assertThat(forecast.members()).extracting(ModelInfo::id).containsExactly("intermittent");
    }

    @Test
    void asks_the_models_that_see_a_week_where_a_season_is_a_day_of_hours() {
        double[] hours =
                IntStream.range(0, 15 * 24).mapToDouble(t -> 5 + t % 24).toArray();

        Forecast forecast = everything().forecast(new TimeSeries(hours, 24), OUTLOOK);

        assertThat(forecast.members()).extracting(ModelInfo::id).containsExactly("mstl", "seasonal-naive");
    }

    @Test
    void asks_the_usual_models_where_those_for_a_kind_of_series_are_not_there() {
        Forecast forecast = model().forecast(TimeSeries.of(0, 3, 1, 0, 2, 2, 0, 1, 4), OUTLOOK);

        assertThat(forecast.members()).containsExactlyInAnyOrder(ETS, THETA);
    }

    private static CombinationModel everything() {
        Map<ModelInfo, ForecastModel> models = Stream.of(
                        "ces", "ets", "theta", "mstl", "seasonal-naive", "intermittent")
                .collect(Collectors.toMap(
                        id -> new ModelInfo(id, "0.1.0", "test"),
                        id -> answering(() -> Forecast.normal(new double[3], new double[3], List.of(0.8)))));
        return CombinationModel.of(models);
    }

    private interface Answer {
        Forecast get();
    }

    private static ForecastModel answering(Answer answer) {
        return new ForecastModel() {
            @Override
            public int minimumHistory(int seasonLength) {
                return 1;
            }

            @Override
            public Forecast forecast(TimeSeries history, Outlook outlook) {
                return answer.get();
            }
        };
    }
}
