package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.NamedCalendar;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fiscal calendars. */
@Component(service = Projection.class)
public final class CalendarProjection extends EntityProjection<NamedCalendar> {

    @Activate
    public CalendarProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.CALENDAR, NamedCalendar.class, TimeTables.CALENDARS, entity -> List.of());
    }
}
