package io.binnacle.planning.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanError;
import io.binnacle.planning.api.PlanTemplate;
import io.binnacle.platform.api.error.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTemplatesTest {

    private final PlanTemplates templates = new PlanTemplates();

    @Test
    void the_template_that_came_last_counts_and_leaves_the_other_when_it_goes() {
        PlanTemplate first = template("Sell more.");
        PlanTemplate second = template("Sell better.");
        templates.addTemplate(first);
        templates.addTemplate(second);
        assertThat(templates.content("retail").vision()).isEqualTo("Sell better.");
        assertThat(templates.all()).hasSize(1);

        templates.removeTemplate(second);
        assertThat(templates.content("retail").vision()).isEqualTo("Sell more.");
    }

    @Test
    void a_template_that_is_gone_is_told_with_those_that_are_there() {
        templates.addTemplate(template("Sell more."));

        assertThatThrownBy(() -> templates.content("mining"))
                .isInstanceOf(PlatformException.class)
                .hasMessage("there is no plan template 'mining'; there are [retail]")
                .extracting(failure -> ((PlatformException) failure).code())
                .isEqualTo(PlanError.TEMPLATE_NOT_FOUND);
    }

    static PlanTemplate template(String vision) {
        return new PlanTemplate() {
            @Override
            public String key() {
                return "retail";
            }

            @Override
            public String name() {
                return "Retail";
            }

            @Override
            public PlanContent content() {
                return new PlanContent(vision, Optional.empty(), List.of(), List.of());
            }

            @Override
            public Map<String, String> measures() {
                return Map.of();
            }
        };
    }
}
