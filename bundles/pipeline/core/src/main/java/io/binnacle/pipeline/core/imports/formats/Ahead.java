package io.binnacle.pipeline.core.imports.formats;

import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportRow;
import java.time.LocalDate;
import java.util.Optional;

/** Days on which something has happened, and which therefore do not lie ahead. */
final class Ahead {

    private Ahead() {}

    static void refuse(ImportRow row, String column, Optional<LocalDate> day, ImportContext context) {
        if (day.filter(date -> date.isAfter(context.today())).isPresent()) {
            row.error(column, "IMPOSSIBLE_DATE", "this has happened, so it cannot lie ahead of " + context.today());
        }
    }
}
