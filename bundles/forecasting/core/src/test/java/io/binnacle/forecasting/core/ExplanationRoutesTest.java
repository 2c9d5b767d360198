package io.binnacle.forecasting.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.explanation.Explanations;
import io.binnacle.forecasting.core.roles.ShadowRuns;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceRegistration;

class ExplanationRoutesTest {

    private static final String EXPLANATIONS = "/api/v1/forecasting/explanations";

    @RegisterExtension
    static final Framework framework = new Framework();

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("forecasting");

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    private final ModelRegistry registry = new ModelRegistry(Clock.systemUTC(), Duration.ofSeconds(10));
    private final GuardedForecasts forecasts = new GuardedForecasts(registry, List.of("average"));
    private final RecordedForecasts recorded = new RecordedForecasts(forecasts, db.database(), db.clock());
    private final ForecastModel average = Models.answering(ExplanationRoutesTest::average);
    private ServiceRegistration<ForecastModel> averages;

    @BeforeEach
    void start() {
        averages = framework.offer(registry, "average", average);
        framework.offer(registry, "flat", Models.flat(25));
        http.serve(new ExplanationRoutes(new Explanations(recorded, forecasts), recorded));
    }

    private static Forecast average(TimeSeries history, Outlook outlook) {
        double mean = Arrays.stream(history.toArray()).average().orElseThrow();
        return Models.flat(mean).forecast(history, outlook);
    }

    @Test
    void tells_corrections_new_actuals_and_the_model_apart() {
        ask("split", "average", "10, 20");

        JsonNode change = ask("split", "flat", "10, 26, 30").get("change");

        // The averages of 10 20, of 10 26 and of 10 26 30 are 15, 18 and 22.
        assertThat(change.get("periods"))
                .extracting(one -> one.get("period").asText())
                .containsExactly("2026-04", "2026-05");
        assertThat(part(change, 0)).isEqualTo("[\"CORRECTED_HISTORY\"] [3.0,3.0] 6.0");
        assertThat(part(change, 1)).isEqualTo("[\"NEW_ACTUALS\"] [4.0,4.0] 8.0");
        assertThat(part(change, 2)).isEqualTo("[\"MODEL\"] [3.0,3.0] 6.0");
        assertThat(change.get("before")).hasToString("30.0");
        assertThat(change.get("after")).hasToString("50.0");
        assertThat(change.get("corrected")).hasSize(1);
        assertThat(change.at("/corrected/0"))
                .hasToString("{\"after\":26.0,\"at\":1,\"before\":20.0,\"period\":\"2026-02\"}");
        assertThat(change.get("actuals"))
                .hasToString("[{\"at\":2,\"forecast\":15.0,\"period\":\"2026-03\",\"value\":30.0}]");
        assertThat(change.at("/settings/0").asText()).matches("The model was average .* and is flat .*");
    }

    @Test
    void tells_only_what_changed() {
        ask("same", "average", "10, 20");

        JsonNode longer = ask("same", "average", "10, 20, 60").get("change");
        JsonNode corrected = ask("same", "average", "10, 20, 30").get("change");
        JsonNode other = ask("same", "flat", "10, 20, 30").get("change");

        assertThat(longer.get("parts")).hasSize(1);
        assertThat(part(longer, 0)).isEqualTo("[\"NEW_ACTUALS\"] [15.0,15.0] 30.0");
        assertThat(corrected.get("parts")).hasSize(1);
        assertThat(part(corrected, 0)).isEqualTo("[\"CORRECTED_HISTORY\"] [-10.0,-10.0,-10.0] -30.0");
        assertThat(other.get("parts")).hasSize(1);
        assertThat(part(other, 0)).isEqualTo("[\"MODEL\"] [5.0,5.0,5.0] 15.0");
    }

    @Test
    void what_a_model_that_is_gone_would_have_said_is_told_together_with_the_model() {
        ask("gone", "average", "10, 20");
        registry.removeModel(averages.getReference(), average);

        JsonNode change = ask("gone", "flat", "10, 26, 30").get("change");

        assertThat(change.get("parts")).hasSize(1);
        assertThat(part(change, 0)).isEqualTo("[\"CORRECTED_HISTORY\",\"NEW_ACTUALS\",\"MODEL\"] [10.0,10.0] 20.0");
        assertThat(change.at("/parts/0/merged").asText()).contains("average", "not there any more", "install");
    }

    @Test
    void a_gap_in_the_middle_leaves_the_rest_apart() {
        framework.offer(registry, "long", Models.of(3, (history, outlook) -> {
            if (history.length() < 3) {
                throw ForecastError.HISTORY_TOO_SHORT.because("3 are needed");
            }
            return average(history, outlook);
        }));
        ask("gap", "long", "10, 20, 30");

        // Starting later, only two of the months that were known then are known now.
        JsonNode change = http.post(EXPLANATIONS, body("gap", "flat", "2026-02", "20, 30, 40"))
                .at("/explanations/0/change");

        assertThat(part(change, 0)).isEqualTo("[\"CORRECTED_HISTORY\",\"NEW_ACTUALS\"] [10.0,10.0] 20.0");
        assertThat(change.at("/parts/0/merged").asText()).isEqualTo("3 are needed.");
        assertThat(part(change, 1)).isEqualTo("[\"MODEL\"] [-5.0,-5.0] -10.0");
        assertThat(change.at("/corrected/0")).hasToString("{\"at\":-1,\"before\":10.0,\"period\":\"2026-01\"}");
    }

    @Test
    void everything_adds_up_to_the_last_digit() {
        String values = IntStream.range(0, 40)
                .mapToObj(t -> String.valueOf(1e5 / 3 + 777.1 * Math.sin(t * Math.PI / 6) + Math.sqrt(t)))
                .collect(Collectors.joining(","));
        ask("digits", "average", values);

        JsonNode explained = ask("digits", "flat", values.replaceFirst("^\\d", "9") + ",0.1");

        for (String side : List.of("history", "forecast")) {
            assertThat(explained.at("/components/" + side)).isNotEmpty().allSatisfy(point -> assertThat(
                            decimal(point, "trend")
                                    .add(decimal(point, "season"))
                                    .add(decimal(point, "remainder")))
                    .isEqualByComparingTo(decimal(point, "value")));
        }
        JsonNode change = explained.get("change");
        for (int k = 0; k < change.get("periods").size(); k++) {
            BigDecimal sum = decimal(change.get("periods").get(k), "before");
            for (JsonNode part : change.get("parts")) {
                sum = sum.add(part.get("changes").get(k).decimalValue());
            }
            assertThat(sum).isEqualByComparingTo(decimal(change.get("periods").get(k), "after"));
        }
        assertThat(change.get("parts")).hasSize(3);
    }

    @Test
    void names_an_outlier_by_its_month_with_what_was_to_be_expected() {
        String values = IntStream.range(0, 36)
                .mapToObj(t -> String.valueOf(t == 27 ? 900 : 100 + 5 * (t % 12) + (t * 7) % 5))
                .collect(Collectors.joining(","));

        JsonNode explained = ask("outlier", "average", values);

        assertThat(explained.at("/components/method").asText()).isEqualTo("STL");
        assertThat(explained.at("/outliers/points")).hasSize(1);
        JsonNode point = explained.at("/outliers/points/0");
        assertThat(point.get("period").asText()).isEqualTo("2028-04");
        assertThat(point.get("value").asInt()).isEqualTo(900);
        assertThat(point.get("expected").asDouble()).isBetween(112.0, 122.0);
        assertThat(point.get("highest").asDouble()).isBetween(118.0, 160.0);
        assertThat(explained.at("/components/remark").asText()).endsWith("The model does not forecast this season.");
        assertThat(explained.at("/components/forecast/0/season").asDouble()).isZero();
    }

    @Test
    void a_model_that_repeats_the_season_is_split_into_that_season_and_a_line() {
        framework.offer(registry, "year-before", Models.answering((history, outlook) -> {
            double[] mean = new double[outlook.horizon()];
            Arrays.setAll(mean, k -> history.get(history.length() - 12 + k) + 4 * k);
            return Forecast.normal(mean, mean, outlook.levels());
        }));
        String values = IntStream.range(0, 36)
                .mapToObj(t -> String.valueOf(100 + 10 * (t % 2) + (t % 12 == 2 ? 30 : 0)))
                .collect(Collectors.joining(","));

        JsonNode forecast = ask("seasonal", "year-before", values).at("/components/forecast");

        // 100, 114 and 138 are a line of 4 a month on what the season leaves.
        assertThat(decimal(forecast.get(1), "trend")
                        .subtract(decimal(forecast.get(0), "trend"))
                        .doubleValue())
                .isCloseTo(4, within(1e-6));
        assertThat(decimal(forecast.get(2), "season")
                        .subtract(decimal(forecast.get(0), "season"))
                        .doubleValue())
                .isCloseTo(30, within(1e-6));
        assertThat(decimal(forecast.get(2), "remainder").doubleValue()).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_first_forecast_has_nothing_to_be_compared_with() {
        JsonNode explained = ask("first", "average", "1, 2, 3");

        assertThat(explained.has("change")).isFalse();
        assertThat(explained.get("unchanged").asText()).isEqualTo("This is the first forecast of 'first' in any/all.");
        assertThat(explained.at("/components/remark").asText()).contains("3 observations are fewer than two seasons");
    }

    @Test
    void what_has_nothing_in_common_or_only_asks_again_is_not_compared() {
        ask("others", "average", "1, 2, 3");
        ask("others", "average", "7, 8, 9");

        JsonNode again = http.post(
                        EXPLANATIONS,
                        body("others", "average", "2026-01", "7, 8, 9").replace("3,", "5,"))
                .at("/explanations/0");

        assertThat(again.get("unchanged").asText()).startsWith("None of the 2 forecasts of 'others'");
    }

    @Test
    void forecasts_beside_the_champion_are_no_forecasts_that_were_given() {
        var question = new RecordedForecasts.Question(
                "shadowed",
                new TimeSeries(new double[] {10, 20}, 12),
                new Outlook(3, List.of(0.8, 0.95), 42),
                ForecastScope.GENERAL,
                Optional.of(YearMonth.of(2026, 3)));
        ForecastAnswer answer = recorded.answer(question, Optional.of("average"));
        recorded.keep(List.of(question), List.of(answer), ShadowRuns.BY);

        assertThat(ask("shadowed", "flat", "10, 20").has("change")).isFalse();
    }

    @Test
    void is_compared_with_the_run_that_is_named() {
        String first = ask("named", "average", "10, 20").at("/run/id").asText();
        ask("named", "average", "10, 22");
        String last = ask("named", "average", "10, 20, 30").at("/run/id").asText();
        String other = ask("another", "average", "10, 20").at("/run/id").asText();
        String path = "/api/v1/forecasting/runs/" + last + "/explanation";

        JsonNode explained = http.get(path + "?against=" + first);

        assertThat(explained.at("/change/against/id").asText()).isEqualTo(first);
        assertThat(explained.at("/change/parts")).hasSize(1);
        assertThat(http.get(path).at("/change/parts")).hasSize(2);
        assertThat(explained.get("earlier")).hasSize(2);
        assertThat(http.get(path + "?against=" + other).get("detail").asText())
                .contains("'another'", "'named'", "overlap");
        assertThat(http.get("/api/v1/forecasting/runs/" + new UUID(0, 0) + "/explanation")
                        .get("code")
                        .asText())
                .isEqualTo("ENTITY_NOT_FOUND");
    }

    @Test
    void a_series_without_dates_is_taken_to_begin_where_it_began() {
        String body = "{\"series\": [{\"id\": \"undated\", \"values\": [%s]}], \"horizon\": 3}";
        http.post(EXPLANATIONS, body.formatted("10, 20"));

        JsonNode change = http.post(EXPLANATIONS, body.formatted("10, 20, 60")).at("/explanations/0/change");

        assertThat(part(change, 0)).isEqualTo("[\"NEW_ACTUALS\"] [15.0,15.0] 30.0");
        assertThat(change.at("/periods/0")).hasToString("{\"after\":30.0,\"at\":3,\"before\":15.0}");
    }

    private JsonNode ask(String series, String model, String values) {
        JsonNode answer = http.post(EXPLANATIONS, body(series, model, "2026-01", values));
        assertThat(answer.has("explanations")).as(answer.toString()).isTrue();
        return answer.at("/explanations/0");
    }

    private static String body(String series, String model, String start, String values) {
        return "{\"series\": [{\"id\": \"%s\", \"start\": \"%s\", \"values\": [%s]}], \"horizon\": 3, \"model\": \"%s\"}"
                .formatted(series, start, values, model);
    }

    private static String part(JsonNode change, int index) {
        JsonNode part = change.get("parts").get(index);
        return part.get("drivers") + " " + part.get("changes") + " " + part.get("total");
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
