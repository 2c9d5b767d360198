package io.binnacle.pipeline.core.load;

import static io.binnacle.pipeline.api.PipelineError.INVALID_SPLIT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Attachment.Credit;
import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.core.credit.SplitRules;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Loads who has the credit for deals. A first split holds since the latest time that its parts tell, a changed one
 * from now. What the other system does not split stays.
 */
record CreditWriter(LoadContext load, Names names, Tally tally) {

    void write(List<Credit> credits) {
        Map<UUID, List<Credit>> byDeal = new LinkedHashMap<>();
        credits.forEach(credit ->
                byDeal.computeIfAbsent(deal(credit), deal -> new ArrayList<>()).add(credit));
        Map<UUID, CreditSplit> present = new HashMap<>();
        TimeTables.SPLITS.lock(load.handle(), byDeal.keySet()).forEach(split -> present.put(split.id(), split));
        List<Change> changes = new ArrayList<>();
        Map<UUID, CreditSplit> made = new LinkedHashMap<>();
        Map<UUID, CreditSplit> changed = new LinkedHashMap<>();
        byDeal.forEach((deal, parts) -> {
            Optional<CreditSplit> held = Optional.ofNullable(present.get(deal));
            CreditSplit wanted = split(deal, parts, held);
            ObjectNode news = Fields.patch(held.map(Fields::of).orElseGet(Json::object), Fields.of(wanted));
            if (!news.isEmpty()) {
                (held.isEmpty() ? made : changed).put(deal, wanted);
                changes.add(load.change(Entities.CREDIT_SPLIT, deal, held.isEmpty() ? since(parts) : load.now(), news));
            }
        });
        Map<UUID, Appended> versions = load.append(changes);
        TimeTables.SPLITS.insert(load.database(), load.handle(), rows(made, versions));
        TimeTables.SPLITS.update(load.handle(), rows(changed, versions));
        int unchanged = byDeal.size() - made.size() - changed.size();
        tally.add(Entities.CREDIT_SPLIT, made.size(), changed.size(), unchanged, changes.size());
    }

    private CreditSplit split(UUID deal, List<Credit> parts, Optional<CreditSplit> held) {
        CreditSplit split = new CreditSplit(
                deal,
                shares(Credit.Kind.REVENUE, parts, held.map(CreditSplit::revenue)),
                shares(Credit.Kind.OVERLAY, parts, held.map(CreditSplit::overlay)),
                held.map(CreditSplit::consumption).orElse(List.of()),
                0);
        List<FieldError> errors = new ArrayList<>(SplitRules.broken("revenue", split.revenue()));
        errors.addAll(SplitRules.broken("overlay", split.overlay()));
        errors.addAll(SplitRules.total(split.revenue()));
        if (!errors.isEmpty()) {
            throw INVALID_SPLIT
                    .because("%s: %s", parts.get(0).deal().id(), errors.get(0).detail())
                    .at(errors);
        }
        return split;
    }

    private List<CreditShare> shares(Credit.Kind kind, List<Credit> parts, Optional<List<CreditShare>> held) {
        List<CreditShare> told = parts.stream()
                .filter(part -> part.kind() == kind)
                .map(part -> new CreditShare(
                        names.resolve(part.node(), Entities.NODE, part.deal()),
                        part.percent().stripTrailingZeros()))
                .sorted(Comparator.comparing(CreditShare::percent).reversed().thenComparing(share -> share.node()
                        .toString()))
                .toList();
        return told.isEmpty() || held.filter(there -> isWorth(there, told)).isPresent() ? held.orElse(told) : told;
    }

    // The same shares in another order, or written with other decimals, are no news.
    private static boolean isWorth(List<CreditShare> a, List<CreditShare> b) {
        return a.size() == b.size()
                && a.stream().allMatch(one -> b.stream()
                        .anyMatch(other -> other.node().equals(one.node())
                                && other.percent().compareTo(one.percent()) == 0));
    }

    private Instant since(List<Credit> parts) {
        return parts.stream()
                .flatMap(part -> part.since().stream())
                .max(Comparator.naturalOrder())
                .orElse(load.now());
    }

    private UUID deal(Credit credit) {
        return names.resolve(credit.deal(), Entities.OPPORTUNITY, credit.deal());
    }

    private static List<CreditSplit> rows(Map<UUID, CreditSplit> splits, Map<UUID, Appended> versions) {
        return splits.entrySet().stream()
                .map(entry -> Fields.read(
                        entry.getKey(),
                        versions.get(entry.getKey()).seq(),
                        Fields.of(entry.getValue()),
                        CreditSplit.class))
                .toList();
    }
}
