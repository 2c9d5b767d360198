package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.core.store.WonMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which series what was won belongs to. */
record SeriesKeys(Structure structure, Map<UUID, String> accounts) {

    /** A series, before it has values. */
    record Key(String key, String name) {}

    private static final Key ALL = new Key("all", "All");

    Key of(WonMonth won, Grouping grouping) {
        return switch (grouping) {
            case ALL -> ALL;
            case REGION -> owner(won, NodeKind.REGION, "(no region)");
            case MANAGER -> owner(won, NodeKind.MANAGER, "(no manager)");
            case OWNER -> owner(won, NodeKind.SELLER, "(no owner)");
            case ACCOUNT -> account(won.account());
        };
    }

    private Key owner(WonMonth won, NodeKind kind, String nobody) {
        Optional<HierarchyNode> node = won.owner().flatMap(owner -> structure.above(owner, kind));
        return node.map(found -> new Key(found.id().toString(), found.name())).orElse(new Key("none", nobody));
    }

    private Key account(Optional<UUID> account) {
        return account.filter(accounts::containsKey)
                .map(id -> new Key(id.toString(), accounts.get(id)))
                .orElse(new Key("none", "(no account)"));
    }
}
