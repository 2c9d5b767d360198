package io.binnacle.platform.system;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Component;

/** The clock that everything on the platform reads: UTC, to the microsecond that storage keeps. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {

    private final Clock clock;

    public SystemClock() {
        this(Clock.systemUTC());
    }

    private SystemClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new SystemClock(Clock.system(zone));
    }

    @Override
    public Instant instant() {
        Instant now = clock.instant();
        return now.minusNanos(now.getNano() % 1000);
    }
}
