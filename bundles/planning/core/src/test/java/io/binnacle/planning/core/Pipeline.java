package io.binnacle.planning.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts and deals in memory, as far as plans ask for them; the real ones live in another bundle. */
final class Pipeline {

    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<UUID, Opportunity> deals = new HashMap<>();

    UUID account(String name, Optional<UUID> parent) {
        UUID id = UUID.randomUUID();
        accounts.put(id, new Account(id, name, parent, Optional.empty(), Optional.empty(), List.of(), 1));
        return id;
    }

    UUID deal(String name, Optional<UUID> account) {
        UUID id = UUID.randomUUID();
        deals.put(
                id,
                new Opportunity(
                        id,
                        name,
                        account,
                        Optional.empty(),
                        Optional.empty(),
                        "Engaging",
                        OpportunityStatus.OPEN,
                        ForecastCategory.PIPELINE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.of(2026, 10, 1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1));
        return id;
    }

    Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(UUID id) {
                return Optional.ofNullable(accounts.get(id));
            }

            @Override
            public List<Account> all() {
                return List.copyOf(accounts.values());
            }
        };
    }

    Opportunities opportunities() {
        return new Deals();
    }

    private final class Deals implements Opportunities {

        @Override
        public Optional<Opportunity> find(UUID id, AsOf asOf) {
            return Optional.ofNullable(deals.get(id));
        }

        @Override
        public List<Opportunity> list(OpportunityFilter filter, AsOf asOf) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Opportunity> page(OpportunityFilter filter, AsOf asOf, Paging paging) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Event> history(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, Instant> lastChanges() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Opportunity create(ObjectNode fields, Principal by, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Opportunity delete(UUID id, long expectedVersion, Principal by, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Opportunity restore(UUID id, long expectedVersion, Principal by, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Opportunity change(
                UUID id,
                long expectedVersion,
                ObjectNode patch,
                Optional<LocalDate> validSince,
                Principal by,
                String reason) {
            throw new UnsupportedOperationException();
        }
    }
}
