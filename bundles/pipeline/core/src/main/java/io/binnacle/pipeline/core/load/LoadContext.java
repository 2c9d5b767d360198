package io.binnacle.pipeline.core.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What all steps of one load share. */
record LoadContext(Database database, Handle handle, Journal journal, Instant now, String actor, String cause) {

    Change change(String entity, UUID id, Instant since, ObjectNode patch) {
        return new Change(new EntityRef(entity, id), since, actor, cause, patch);
    }

    /** Writes changes to the journal; answers what became of the last one of each entity. */
    Map<UUID, Appended> append(List<Change> changes) {
        Map<UUID, Appended> last = new HashMap<>();
        for (Appended appended : journal.append(new ArrayList<>(changes))) {
            last.put(appended.entity().id(), appended);
        }
        return last;
    }

    StandingProjection standings() {
        return new StandingProjection(database, journal);
    }
}
