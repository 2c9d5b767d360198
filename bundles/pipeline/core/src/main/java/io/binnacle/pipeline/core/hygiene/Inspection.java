package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.hygiene.Flaw;
import io.binnacle.pipeline.api.hygiene.HygieneReport;
import io.binnacle.pipeline.api.hygiene.HygieneReport.OwnerShare;
import io.binnacle.pipeline.api.hygiene.HygieneReport.Share;
import io.binnacle.platform.api.time.AsOf;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The deals that were looked at and what was found. */
record Inspection(List<Opportunity> deals, List<Flaw> flaws) {

    HygieneReport report(AsOf asOf) {
        Map<Optional<UUID>, int[]> owners =
                new TreeMap<>(Comparator.comparing((Optional<UUID> owner) -> owner.isEmpty())
                        .thenComparing(owner -> owner.map(UUID::toString).orElse("")));
        Set<UUID> flawed = new HashSet<>();
        Map<String, Integer> byRule = new TreeMap<>();
        flaws.forEach(flaw -> {
            flawed.add(flaw.opportunity());
            byRule.merge(flaw.rule(), 1, Integer::sum);
        });
        deals.forEach(deal -> {
            int[] counts = owners.computeIfAbsent(deal.owner(), owner -> new int[2]);
            counts[0]++;
            counts[1] += flawed.contains(deal.id()) ? 0 : 1;
        });
        List<OwnerShare> shares = owners.entrySet().stream()
                .map(entry -> new OwnerShare(entry.getKey(), Share.of(entry.getValue()[0], entry.getValue()[1])))
                .toList();
        return new HygieneReport(asOf, Share.of(deals.size(), deals.size() - flawed.size()), shares, byRule);
    }
}
