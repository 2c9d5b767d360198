package io.binnacle.industry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanContent.Initiative;
import io.binnacle.planning.api.PlanContent.Objective;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackPlanTemplateTest {

    private final PackPlanTemplate template = new PackPlanTemplate(Packs.content("Mining"));

    @Test
    void brings_objectives_and_initiatives_without_numbers() {
        assertThat(template.key()).isEqualTo("mining");
        assertThat(template.content())
                .isEqualTo(new PlanContent(
                        "Dig less, earn more.",
                        Optional.empty(),
                        List.of(new Objective(
                                "O1", "Lower unit cost", Optional.empty(), Optional.empty(), Optional.empty())),
                        List.of(new Initiative("I1", "Fuel", List.of("O1"), Optional.empty(), List.of()))));
    }

    @Test
    void says_which_kpi_measures_each_objective() {
        assertThat(template.measures()).isEqualTo(Map.of("O1", "Unit cost (money per tonne)"));
    }
}
