package io.binnacle.industry.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackCheckTest {

    @Test
    void a_pack_in_order_has_no_problem() {
        assertThat(PackCheck.problems(Packs.good())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id | \"Mining\" | /id 'Mining' is not in lower case",
                "/version | \"1.0\" | /version '1.0' is not like",
                "/taxonomy/0/code | \"212\" | ",
                "/taxonomy/1/code | \"B\" | 'B' has not the form of a code of NAICS2022",
                "/taxonomy | [] | /taxonomy has no code",
                "/kpis/0/drivers/0/key | \"unit-cost\" | /kpis has 'unit-cost' twice",
                "/levers/0/formula | \"cost * (share\" | less-fuel, formula: in 'cost * (share' it ends",
                "/levers/0/formula | \"cost * share\" | but its formula uses [cost, share]",
                "/levers/0/driver | \"luck\" | moves 'luck', which is no KPI",
                "/levers/0/sentence | \"{value} {when}\" | nothing to put in for {when}",
                "/levers/0/sentence | \"Buy.\" | does not say the {value}",
                "/levers/0/variables/1/typical/n | 4 | typical range of 4 firms",
                "/levers/0/variables/1/typical/low | 40 | ends before it begins",
                "/benchmarks/0/n | 4 | rests on 4 firms; at least 5",
                "/benchmarks/0/licence | \" \" | names no licence",
                "/benchmarks/0/source | \"\" | names no source",
                "/benchmarks/0/percentiles | {\"25\": 3, \"75\": 2} | do not ascend",
                "/planTemplate/objectives/0/kpi | \"luck\" | measured by 'luck'",
                "/planTemplate/initiatives/0/objectives | [\"O2\"] | does not serve objectives",
                "/plays/0/steps | [] | has no step",
                "/rules/0/severity | \"BAD\" | is no severity",
                "/rules/0/conditions | [{\"metric\": \"DAYS_OPEN\"}] | neither atLeast nor atMost",
                "/accountIndustries | [] | would never look at a deal",
                "/calendar/fiscalYearStart | 13 | a month from 1 to 12, not 13",
                "/calendar/seasonality/shares | [0.5, 0.5] | 2 shares instead of 12",
                "/calendar/seasonality/shares/0 | 0.2 | the shares sum to 1.10 instead of 1"
            })
    void a_fault_is_told_with_its_place(String pointer, String value, String problem) {
        PackContent spoilt = Packs.spoilt(json -> put(json, pointer, Json.read(value, JsonNode.class)));

        if (problem == null) {
            assertThat(PackCheck.problems(spoilt)).isEmpty();
        } else {
            assertThat(PackCheck.problems(spoilt)).anyMatch(told -> told.contains(problem));
        }
    }

    @Test
    void a_benchmark_without_a_licence_is_not_even_read() {
        assertThatThrownBy(() -> Packs.spoilt(json -> ((ObjectNode) json.at("/benchmarks/0")).remove("licence")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("industry-pack.json cannot be read")
                .hasMessageContaining("licence");
    }

    @Test
    void a_null_is_refused_where_it_stands() {
        assertThatThrownBy(() -> Packs.spoilt(
                        json -> put(json, "/levers/0/variables/1/name", Json.read("null", JsonNode.class))))
                .hasMessage("industry-pack.json has null at /levers/0/variables/1/name; leave out what is not known");
    }

    private static void put(ObjectNode json, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = json.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(name), value);
        }
    }
}
