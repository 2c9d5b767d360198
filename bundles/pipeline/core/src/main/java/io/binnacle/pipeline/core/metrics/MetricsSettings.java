package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.metrics.SizeBand;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** From where on the tenant calls a deal large, and stalled, and how far back figures look. */
@Component(service = MetricsSettings.class, configurationPid = "io.binnacle.pipeline.metrics")
@Designate(ocd = MetricsSettings.Config.class)
public final class MetricsSettings {

    @ObjectClassDefinition(name = "Pipeline metrics")
    @interface Config {
        @AttributeDefinition(
                name = "Medium from",
                description = "The amount, in its own currency, from which a deal is of medium size",
                min = "0")
        long medium_from() default 25_000;

        @AttributeDefinition(name = "Large from", description = "The amount from which a deal is large", min = "0")
        long large_from() default 250_000;

        @AttributeDefinition(
                name = "Stalled after",
                description = "Days in a stage after which a deal is stalled while too few were won to tell",
                min = "1")
        int stalled_days() default 60;

        @AttributeDefinition(
                name = "Won deals needed",
                description = "How many won deals tell how long a stage takes",
                min = "1")
        int won_needed() default 20;

        @AttributeDefinition(name = "Hold pauses", description = "Whether days on hold do not count in a stage")
        boolean hold_pauses() default true;

        @AttributeDefinition(
                name = "Window",
                description = "Days that conversion and velocity look back when nobody says",
                min = "1")
        int window_days() default 365;

        @AttributeDefinition(
                name = "Former periods",
                description = "How many former quarters tell the conversion that coverage needs",
                min = "1",
                max = "40")
        int former_periods() default 4;
    }

    /** What the settings say; amounts are in a deal's own currency. */
    record Limits(
            BigDecimal mediumFrom,
            BigDecimal largeFrom,
            int stalledDays,
            int wonNeeded,
            boolean holdPauses,
            int windowDays,
            int formerPeriods) {}

    private final Limits limits;

    @Activate
    public MetricsSettings(Config config) {
        this(new Limits(
                BigDecimal.valueOf(config.medium_from()),
                BigDecimal.valueOf(config.large_from()),
                config.stalled_days(),
                config.won_needed(),
                config.hold_pauses(),
                config.window_days(),
                config.former_periods()));
    }

    MetricsSettings(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    SizeBand band(Optional<Money> amount) {
        return amount.map(Money::amount).map(this::band).orElse(SizeBand.UNVALUED);
    }

    private SizeBand band(BigDecimal amount) {
        if (amount.compareTo(limits.largeFrom()) >= 0) {
            return SizeBand.LARGE;
        }
        return amount.compareTo(limits.mediumFrom()) >= 0 ? SizeBand.MEDIUM : SizeBand.SMALL;
    }
}
