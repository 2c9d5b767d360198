package io.binnacle.insights.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Deals in memory, as far as rules read them; the real ones live in another bundle. */
final class Deals implements Opportunities {

    static final LocalDate CREATED = LocalDate.of(2026, 1, 5);

    private final List<Opportunity> deals = new ArrayList<>();
    private final Map<UUID, Instant> lastChanges = new HashMap<>();

    Deals add(String name, OpportunityStatus status, Optional<Money> amount, String closeDate, String nextActivity) {
        deals.add(new Opportunity(
                new UUID(7, deals.size()),
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Engaging",
                status,
                ForecastCategory.PIPELINE,
                amount,
                Optional.ofNullable(closeDate).map(LocalDate::parse),
                Optional.empty(),
                CREATED,
                Optional.empty(),
                Optional.ofNullable(nextActivity).map(LocalDate::parse),
                Optional.empty(),
                List.of(),
                1));
        return this;
    }

    Deals lastChanged(String name, String instant) {
        deals.stream()
                .filter(deal -> deal.name().equals(name))
                .forEach(deal -> lastChanges.put(deal.id(), Instant.parse(instant)));
        return this;
    }

    @Override
    public List<Opportunity> list(OpportunityFilter filter, AsOf asOf) {
        return deals.stream()
                .filter(deal -> filter.status()
                        .filter(status -> deal.status() != status)
                        .isEmpty())
                .toList();
    }

    @Override
    public Map<UUID, Instant> lastChanges() {
        return lastChanges;
    }

    @Override
    public Optional<Opportunity> find(UUID id, AsOf asOf) {
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
