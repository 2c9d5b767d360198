package io.binnacle.pipeline.core;

import io.binnacle.platform.api.time.FiscalCalendar;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the tenant has settled: when the fiscal year starts, where days end, which currency is meant. */
@Component(service = PipelineSettings.class, configurationPid = "io.binnacle.pipeline")
@Designate(ocd = PipelineSettings.Config.class)
public final class PipelineSettings {

    @ObjectClassDefinition(name = "Pipeline")
    @interface Config {
        @AttributeDefinition(name = "First month of the fiscal year", description = "1 to 12", min = "1", max = "12")
        int fiscal_year_start_month() default 1;

        @AttributeDefinition(name = "Time zone", description = "Where days begin and end, such as Europe/Paris")
        String zone() default "UTC";

        @AttributeDefinition(name = "Currency", description = "Of amounts whose source names none")
        String currency() default "USD";
    }

    private final FiscalCalendar calendar;
    private final String currency;

    @Activate
    public PipelineSettings(Config config) {
        this(
                new FiscalCalendar(Month.of(config.fiscal_year_start_month()), ZoneId.of(config.zone())),
                config.currency());
    }

    public PipelineSettings(FiscalCalendar calendar, String currency) {
        this.calendar = calendar;
        this.currency = Currency.getInstance(currency).getCurrencyCode();
    }

    /** The fiscal calendar. */
    public FiscalCalendar calendar() {
        return calendar;
    }

    /** The zone in which days begin and end. */
    public ZoneId zone() {
        return calendar.zone();
    }

    /** The currency of amounts whose source names none. */
    public String currency() {
        return currency;
    }
}
