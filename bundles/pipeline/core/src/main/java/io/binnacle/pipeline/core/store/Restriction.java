package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.OpportunityFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** A filter of opportunities as a condition on their rows, named {@code t}. */
final class Restriction {

    private Restriction() {}

    static String of(OpportunityFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("not t.deleted"));
        filter.status().ifPresent(status -> conditions.add("t.status = :status"));
        filter.stage().ifPresent(stage -> conditions.add("t.stage = :stage"));
        filter.account().ifPresent(account -> conditions.add("t.account_id = :account"));
        filter.node().ifPresent(node -> conditions.add("t.owner_id = any(cast(:owners as uuid[]))"));
        return String.join(" and ", conditions);
    }

    /** @param owners those that {@code filter.node()} stands for */
    static void bind(Query query, OpportunityFilter filter, Set<UUID> owners) {
        filter.status().ifPresent(status -> query.bind("status", status.name()));
        filter.stage().ifPresent(stage -> query.bind("stage", stage));
        filter.account().ifPresent(account -> query.bind("account", account));
        filter.node().ifPresent(node -> query.bind("owners", TypedTable.array(owners)));
    }
}
