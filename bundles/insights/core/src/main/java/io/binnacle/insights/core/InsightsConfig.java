package io.binnacle.insights.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Insights")
@interface InsightsConfig {

    String PID = "io.binnacle.insights";

    @AttributeDefinition(name = "Interval", description = "Minutes between evaluations when nothing changes", min = "1")
    int interval_minutes() default 15;

    @AttributeDefinition(
            name = "Grace",
            description = "Minutes after which the insights of a rule that is gone are resolved",
            min = "0")
    int grace_minutes() default 5;

    @AttributeDefinition(
            name = "Quiet days",
            description = "Days without any activity after which an open deal needs a next one",
            min = "1")
    int quiet_days() default 14;

    @AttributeDefinition(
            name = "Large amount",
            description = "From this amount, in its own currency, a deal counts as large",
            min = "0")
    long large_amount() default 100_000;
}
