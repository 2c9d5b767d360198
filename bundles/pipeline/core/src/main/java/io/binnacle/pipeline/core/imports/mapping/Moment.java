package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.imports.ImportContext;
import java.time.Instant;
import java.util.Optional;

/** Moments at which something has happened, and which therefore do not lie ahead. */
final class Moment {

    private Moment() {}

    static Optional<Instant> past(Values values, String field, ImportContext context) {
        Optional<Instant> time = values.row().time(field);
        if (time.map(context::day).filter(day -> day.isAfter(context.today())).isPresent()) {
            values.row()
                    .error(field, "IMPOSSIBLE_DATE", "this has happened, so it cannot lie ahead of " + context.today());
        }
        return time;
    }
}
