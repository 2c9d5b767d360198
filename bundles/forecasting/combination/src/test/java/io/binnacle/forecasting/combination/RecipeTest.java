package io.binnacle.forecasting.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.binnacle.platform.api.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"members\":[\"a\",\"b\"],\"method\":\"mean\"}",
                "{\"members\":[\"a\",\"b\"],\"method\":\"median\"}",
                "{\"members\":[\"a\",\"b\"],\"method\":\"weighted\",\"weights\":\"backtest\"}",
                "{\"members\":[\"a\",\"b\"],\"method\":\"weighted\",\"weights\":{\"a\":2.0,\"b\":0.5}}",
                "{\"members\":[\"a\"],\"method\":\"mean\",\"width\":1.25}",
                "{\"members\":[\"a\",\"b\"],\"method\":\"median\",\"width\":{\"1\":1.4,\"12\":1.1}}"
            })
    void is_written_as_it_is_read(String json) {
        assertThat(Json.write(Json.read(json, Recipe.class))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'members':['a'],'method':'mean'}; 2 to 20 members, not 1",
                "{'members':['a','a'],'method':'mean'}; must differ",
                "{'members':['a','b'],'method':'mean','weights':'backtest'}; belong to the method weighted",
                "{'members':['a','b'],'method':'weighted'}; which needs them",
                "{'members':['a','b'],'method':'weighted','weights':'best'}; or a number for each member",
                "{'members':['a','b'],'method':'weighted','weights':{}}; or a number for each member",
                "{'members':['a','b'],'method':'weighted','weights':{'a':1}}; every member needs a weight",
                "{'members':['a','b'],'method':'weighted','weights':{'a':1,'b':1,'c':1}}; and nobody else",
                "{'members':['a','b'],'method':'weighted','weights':{'a':1,'b':0}}; the weight of b must be",
                "{'members':['a','b'],'method':'weighted','weights':{'a':1e400,'b':1}}; the weight of a must be",
                "{'members':[],'method':'mean','width':2}; 1 to 20 members, not 0",
                "{'members':['a'],'method':'mean','width':0}; a number above 0",
                "{'members':['a'],'method':'mean','width':{'month':1.2}}; a season length such as 12",
                "{'members':['a'],'method':'mean','width':'wide'}; a width is",
                "{'members':['a','b'],'method':'mode'}; mean"
            })
    void says_what_does_not_fit(String json, String said) {
        assertThatThrownBy(() -> Json.mapper().readValue(json.replace('\'', '"'), Recipe.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining(said);
    }

    @Test
    void has_a_digest_of_its_content() {
        Recipe mean = Json.read("{\"members\":[\"a\",\"b\"],\"method\":\"mean\"}", Recipe.class);
        Recipe median = Json.read("{\"members\":[\"a\",\"b\"],\"method\":\"median\"}", Recipe.class);

        assertThat(new Definition("x", 1, mean).digest())
                .hasSize(64)
                .isEqualTo(new Definition("x", 2, mean).digest())
                .isNotEqualTo(new Definition("x", 1, median).digest());
    }
}
