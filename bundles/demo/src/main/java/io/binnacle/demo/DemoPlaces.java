package io.binnacle.demo;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Hierarchies;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.platform.api.security.Principal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Places accounts in the territories and industries that they name.
 *
 * @param since before the first deal began
 */
record DemoPlaces(Hierarchies hierarchies, LocalDate since, Principal by, String cause) {

    void place(List<Account> accounts) {
        place(accounts, NodeKind.TERRITORY, Account::region);
        place(accounts, NodeKind.INDUSTRY, Account::industry);
    }

    private void place(List<Account> accounts, NodeKind kind, Function<Account, Optional<String>> named) {
        Map<String, UUID> nodes = new HashMap<>();
        for (Account account : accounts) {
            named.apply(account)
                    .map(name -> nodes.computeIfAbsent(name, fresh -> node(fresh, kind)))
                    .ifPresent(node -> place(account, kind.hierarchy(), node));
        }
    }

    private UUID node(String name, NodeKind kind) {
        return hierarchies
                .create(name, kind, Optional.empty(), Optional.of(since), by, cause)
                .id();
    }

    private void place(Account account, HierarchyKind kind, UUID node) {
        hierarchies.place(kind, account.id(), 0, Optional.of(node), Optional.of(since), by, cause);
    }
}
