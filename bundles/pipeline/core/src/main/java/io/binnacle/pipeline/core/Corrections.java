package io.binnacle.pipeline.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Changes that have held for a while when they are made known. */
final class Corrections {

    private static final String FIELD = "/validSince";

    private Corrections() {}

    /** The start of a day that must not lie ahead. */
    static Instant since(LocalDate day, ZoneId zone, Instant now) {
        if (day.isAfter(LocalDate.ofInstant(now, zone))) {
            throw INVALID_CONTENT
                    .because("validSince %s lies ahead; leave it out for now", day)
                    .at(FIELD);
        }
        return day.atStartOfDay(zone).toInstant();
    }

    /** What held then. */
    static EntityState heldAt(Journal journal, EntityRef entity, Instant since, ZoneId zone) {
        return journal.state(entity, AsOf.validAt(since)).orElseThrow(() -> INVALID_CONTENT
                .because(
                        "validSince %s lies before the opportunity was known to exist; give a later day",
                        LocalDate.ofInstant(since, zone))
                .at(FIELD));
    }

    /** What holds now that a late correction has gone in before later changes. */
    static Opportunity current(Journal journal, EntityRef entity) {
        EntityState state = journal.state(entity, AsOf.LATEST).orElseThrow();
        Opportunity current = Fields.read(state, Opportunity.class);
        Edit.refuse(OpportunityRules.broken(current));
        return current;
    }
}
