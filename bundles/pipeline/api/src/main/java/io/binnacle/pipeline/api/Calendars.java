package io.binnacle.pipeline.api;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The fiscal calendars of the tenant, several side by side, one of them the standard. Any thread may call.
 *
 * <p>The settings give one too, under {@link #SETTINGS}; it is the standard until another is.
 */
@ProviderType
public interface Calendars {

    /** The id of the calendar that the settings give. */
    UUID SETTINGS = new UUID(0, 0);

    /** The calendar that reports go by when none is named. */
    NamedCalendar standard();

    /** All calendars, by name. */
    List<NamedCalendar> all();

    /** One calendar; empty when there was none at that point in both times. */
    Optional<NamedCalendar> find(UUID id, AsOf asOf);

    /**
     * Adds a calendar; its id and version are given to it.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CALENDAR when its name is taken or no
     *     line of text, or when a standard one ends its days in another zone than the platform does
     */
    NamedCalendar create(NamedCalendar wanted, Principal by, String reason);

    /**
     * Replaces a calendar.
     *
     * @param wanted with the version that the caller has seen
     * @throws io.binnacle.platform.api.error.PlatformException CALENDAR_NOT_FOUND, STALE_VERSION when it has
     *     another version by now, INVALID_CALENDAR as for {@link #create}
     */
    NamedCalendar replace(NamedCalendar wanted, Principal by, String reason);
}
