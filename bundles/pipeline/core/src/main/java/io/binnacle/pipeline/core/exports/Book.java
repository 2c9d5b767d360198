package io.binnacle.pipeline.core.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Past;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Accounts, sellers and deals as they were at one point in both times. To be read inside one snapshot. */
record Book(Handle handle, Journal journal, Opportunities opportunities, AsOf asOf) {

    private static final Comparator<Event> AS_THEY_HOLD =
            Comparator.comparing(Event::validTime).thenComparing(Event::seq);

    /**
     * A deal.
     *
     * @param since when it last changed
     */
    record Deal(Opportunity deal, Instant since) {}

    /** How a deal stood from one event on, and before it. */
    record Step(Event event, Opportunity deal, Optional<Opportunity> before) {}

    void accounts(Consumer<Account> use) {
        all(new Past<>(journal, Entities.ACCOUNT, Account.class), use);
    }

    void nodes(Consumer<HierarchyNode> use) {
        all(new Past<>(journal, Entities.NODE, HierarchyNode.class), use);
    }

    /** All deals by their ids, page by page. */
    void deals(Consumer<Deal> use) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<Opportunity> page = opportunities.page(OpportunityFilter.ALL, asOf, new Paging(Paging.MOST, cursor));
            Map<UUID, Instant> since = Standings.since(
                    handle, page.items().stream().map(Opportunity::id).toList(), asOf);
            page.items().forEach(deal -> use.accept(new Deal(deal, since.get(deal.id()))));
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /** What became of a deal, in the order in which it held. */
    List<Step> steps(UUID deal) {
        List<Step> steps = new ArrayList<>();
        ObjectNode fields = Json.object();
        Optional<Opportunity> before = Optional.empty();
        for (Event event : events(deal)) {
            fields = Fields.merge(fields, event.patch());
            Opportunity now = Fields.read(deal, event.seq(), fields, Opportunity.class);
            steps.add(new Step(event, now, before));
            before = Optional.of(now);
        }
        return steps;
    }

    private List<Event> events(UUID deal) {
        return journal.history(new EntityRef(Entities.OPPORTUNITY, deal)).stream()
                .filter(event -> !event.validTime().isAfter(asOf.validAt())
                        && !event.recordedTime().isAfter(asOf.knownAt()))
                .sorted(AS_THEY_HOLD)
                .toList();
    }

    private <T> void all(Past<T> past, Consumer<T> use) {
        past.all(asOf, entities -> {
            entities.forEach(use);
            return Stream.empty();
        });
    }
}
