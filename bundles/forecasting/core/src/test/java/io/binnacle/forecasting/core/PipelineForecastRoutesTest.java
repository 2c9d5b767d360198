package io.binnacle.forecasting.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PipelineForecastRoutesTest {

    private static final String PIPELINE = "/api/v1/forecasting/pipeline";

    @RegisterExtension
    static final Framework framework = new Framework();

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("forecasting");

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void start() {
        ModelRegistry registry = new ModelRegistry(Clock.systemUTC(), Duration.ofSeconds(10));
        framework.offer(registry, "flat", Models.flat(3, 10));
        GuardedForecasts forecasts = new GuardedForecasts(registry, List.of("flat"));
        http.serve(new PipelineForecastRoutes(this::won, new RecordedForecasts(forecasts, db.database(), db.clock())));
    }

    private List<RevenueSeries> won(RevenueHistory.Grouping by, Optional<String> currency, AsOf asOf) {
        asked.add(by + " " + currency + " " + asOf.validAt());
        return List.of(series("east", "East", "1200.50", "0", "310"), series("west", "West", "1", "2", "3"));
    }

    @Test
    void continues_the_history_of_every_series() {
        JsonNode answer = http.get(PIPELINE + "?by=region&currency=EUR&horizon=2&levels=50,99.5&asOf=2026-06-30");

        assertThat(asked).containsExactly("REGION Optional[EUR] 2026-06-30T23:59:59.999999Z");
        assertThat(answer.get("forecasts")).hasSize(2);
        JsonNode east = answer.at("/forecasts/0");
        assertThat(east.get("key").asText()).isEqualTo("east");
        assertThat(east.get("name").asText()).isEqualTo("East");
        assertThat(east.get("currency").asText()).isEqualTo("EUR");
        assertThat(east.get("start").asText()).isEqualTo("2026-01");
        assertThat(east.get("history")).hasToString("[1200.50,0,310]");
        assertThat(east.get("firstForecastMonth").asText()).isEqualTo("2026-04");
        assertThat(east.at("/model/id").asText()).isEqualTo("flat");
        assertThat(east.get("mean")).hasSize(2);
        assertThat(east.at("/intervals/1/level")).hasToString("99.5");
    }

    @Test
    void forecasts_half_a_year_of_everything_unless_told_otherwise() {
        JsonNode answer = http.get(PIPELINE);

        assertThat(asked.get(0)).startsWith("ALL Optional.empty");
        assertThat(answer.at("/forecasts/0/mean")).hasSize(6);
        assertThat(answer.at("/forecasts/0/intervals").findValuesAsText("level"))
                .containsExactly("80", "95");
    }

    @Test
    void answers_one_series_by_its_key() {
        assertThat(http.get(PIPELINE + "?by=region&key=west").get("forecasts"))
                .extracting(forecast -> forecast.get("name").asText())
                .containsExactly("West");
        assertThat(http.get(PIPELINE + "?by=region&key=north").get("code").asText())
                .isEqualTo("ENTITY_NOT_FOUND");
    }

    @Test
    void refuses_parameters_by_their_name() {
        assertThat(http.get(PIPELINE + "?horizon=0").at("/pointers/0").asText()).isEqualTo("/horizon");
        assertThat(http.get(PIPELINE + "?levels=80,x").at("/pointers/0").asText())
                .isEqualTo("/levels");
        assertThat(http.get(PIPELINE + "?by=planet").at("/pointers/0").asText()).isEqualTo("/by");
    }

    private static RevenueSeries series(String key, String name, String... amounts) {
        List<Money> months =
                List.of(amounts).stream().map(amount -> Money.of(amount, "EUR")).toList();
        return new RevenueSeries(key, name, "EUR", YearMonth.of(2026, 1), months);
    }
}
