package io.binnacle.demo;

import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.simulator.Simulator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Fills a database without accounts with three simulated years, as an operation that everybody can watch. */
@Component(service = DemoData.class, immediate = true, configurationPid = "io.binnacle.demo")
@Designate(ocd = DemoData.Config.class)
public final class DemoData {

    @ObjectClassDefinition(name = "Demo data")
    @interface Config {
        @AttributeDefinition(name = "Seed", description = "The same seed gives the same data on the same day")
        long seed() default 7;
    }

    private final DemoLoader loader;
    private final DemoStatus status;
    private final Simulator simulator;
    private final Clock clock;

    @Activate
    public DemoData(
            @Reference DemoLoader loader,
            @Reference DemoStatus status,
            @Reference Operations operations,
            @Reference Clock clock,
            Config config) {
        this(loader, status, operations, clock, config.seed());
    }

    DemoData(DemoLoader loader, DemoStatus status, Operations operations, Clock clock, long seed) {
        this.loader = loader;
        this.status = status;
        this.simulator = Simulator.seeded(seed);
        this.clock = clock;
        operations.start("demo.load", DemoLoader.DEMO, this::load);
    }

    private Object load(Progress progress) {
        try {
            boolean needed = loader.isNeeded();
            if (needed) {
                status.loading(0);
                loader.load(simulator.until(today()), (percent, message) -> report(progress, percent, message));
            }
            status.done();
            return Map.of("loaded", needed);
        } catch (RuntimeException e) {
            status.failed(e);
            throw e;
        }
    }

    private void report(Progress progress, int percent, String message) {
        status.loading(percent);
        progress.report(percent, message);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
