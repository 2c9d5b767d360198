package io.binnacle.platform.security;

import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Tokens open this instance and no other. The journal tells of them but does not know their secrets, so their table
 * cannot be made from it.
 */
@Component
public final class TokenProjection implements Projection {

    @Override
    public String entityType() {
        return Tokens.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of();
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        // There are no rows.
    }
}
