package io.binnacle.forecasting.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecompositionTest {

    @Test
    void tells_season_level_and_drift_in_the_unit_of_the_series() {
        Decomposition seen = decompose("{\"values\":[130,90,60,120, 130,90,60,120, 130,90,60,120, 130,90,60,120,"
                + " 130,90,60,120],\"seasonLength\":4}");

        assertThat(seen.seasonal()).isTrue();
        assertThat(seen.seasonality()).isEqualTo("multiplicative");
        assertThat(seen.indices()).containsExactly(1.3, 0.9, 0.6, 1.2);
        assertThat(seen.level()).isCloseTo(100, within(1e-9));
        assertThat(seen.drift()).isCloseTo(0, within(1e-9));
        assertThat(seen.fitted()).hasSize(20);
        assertThat(seen.fitted().get(19)).isCloseTo(120, within(1e-9));
    }

    @Test
    void tells_summands_in_the_unit_of_the_series() {
        String values = IntStream.range(0, 32)
                .mapToObj(t -> String.valueOf(5000 + t % 4 * 1000 - (t % 4 == 3 ? 9000 : 0)))
                .collect(Collectors.joining(","));

        Decomposition seen = decompose("{\"values\":[" + values + "],\"seasonLength\":4}");

        assertThat(seen.seasonality()).isEqualTo("additive");
        assertThat(seen.indices()).containsExactly(750.0, 1750.0, 2750.0, -5250.0);
    }

    @Test
    void can_always_be_written_as_JSON() {
        String rising =
                IntStream.range(0, 40).mapToObj(t -> String.valueOf(t * t)).collect(Collectors.joining(","));

        assertThat(Json.write(decompose("{\"values\":[" + rising + "]}"))).contains("\"theta\":999.99");
    }

    @Test
    void names_the_value_that_is_no_number() {
        assertThatThrownBy(() -> decompose("{\"values\":[1,2,null,4]}"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .extracting(FieldError::pointer)
                        .containsExactly("/values/2"));
    }

    @Test
    void refuses_two_observations() {
        assertThatThrownBy(() -> decompose("{\"values\":[1,2]}"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ForecastError.HISTORY_TOO_SHORT));
    }

    private static Decomposition decompose(String body) {
        DecompositionRequest request = Json.read(body, DecompositionRequest.class);
        return Decomposition.of(ThetaModel.see(request.series()));
    }
}
