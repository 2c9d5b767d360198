package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Nothing has happened to a deal for a number of days. */
@Component(configurationPid = "io.binnacle.pipeline.hygiene")
@Designate(ocd = Inactive.Config.class)
public final class Inactive implements HygieneRule {

    @ObjectClassDefinition(name = "Pipeline hygiene")
    @interface Config {
        @AttributeDefinition(
                name = "Inactive days",
                description = "Days without activity after which a deal is inactive",
                min = "1")
        int inactive_days() default 30;
    }

    private final int days;

    @Activate
    public Inactive(Config config) {
        this(config.inactive_days());
    }

    Inactive(int days) {
        this.days = days;
    }

    @Override
    public String id() {
        return "inactive";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        return facts.lastActivity().plusDays(days).isBefore(facts.today())
                ? Optional.of(new Finding("nothing has happened since " + facts.lastActivity(), Optional.empty()))
                : Optional.empty();
    }
}
