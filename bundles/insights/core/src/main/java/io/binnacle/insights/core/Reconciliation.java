package io.binnacle.insights.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.Insight;
import io.binnacle.insights.core.Step.Kind;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what one rule finds now with what is known of it. */
final class Reconciliation {

    private final String rule;
    private final Instant now;
    private final String cause;

    Reconciliation(String rule, Instant now) {
        this.rule = rule;
        this.now = now;
        this.cause = "rule:" + rule;
    }

    /**
     * @param known the open insights of the rule, and those resolved ones that are found again
     * @return what has to change, in the order of the findings, then what is no longer found
     */
    List<Step> steps(List<Insight> known, List<Finding> findings) {
        Map<String, Insight> missing = new HashMap<>();
        known.forEach(insight -> missing.put(insight.subject(), insight));
        List<Step> steps = new ArrayList<>();
        for (Finding finding : findings) {
            found(Optional.ofNullable(missing.remove(finding.subject())), finding)
                    .ifPresent(steps::add);
        }
        known.stream()
                .filter(insight -> missing.containsKey(insight.subject()))
                .forEach(insight -> steps.add(resolve(insight, cause + " no longer finds it")));
        return steps;
    }

    Step resolve(Insight insight, String why) {
        Insight resolved = new Insight(
                insight.id(),
                insight.fingerprint(),
                insight.rule(),
                insight.subject(),
                insight.severity(),
                insight.title(),
                insight.evidence(),
                insight.firstSeen(),
                insight.lastSeen(),
                Optional.of(now),
                insight.version());
        return new Step(Kind.RESOLVE, resolved, why, Json.object().put("resolvedAt", now.toString()));
    }

    private Optional<Step> found(Optional<Insight> known, Finding finding) {
        if (known.isEmpty()) {
            return Optional.of(open(finding));
        }
        if (known.get().resolvedAt().isPresent()) {
            return Optional.of(reopen(known.get(), finding));
        }
        return saysTheSame(known.get(), finding) ? Optional.empty() : Optional.of(update(known.get(), finding));
    }

    private Step open(Finding finding) {
        String fingerprint = Fingerprint.of(rule, finding.subject());
        Insight insight = new Insight(
                UuidCreator.getTimeOrderedEpoch(),
                fingerprint,
                rule,
                finding.subject(),
                finding.severity(),
                finding.title(),
                finding.evidence(),
                now,
                now,
                Optional.empty(),
                0);
        ObjectNode patch = Json.object()
                .put("fingerprint", fingerprint)
                .put("rule", rule)
                .put("subject", finding.subject())
                .put("firstSeen", now.toString());
        return new Step(Kind.OPEN, insight, cause, patch.setAll(content(finding)));
    }

    private Step reopen(Insight insight, Finding finding) {
        ObjectNode patch = content(finding).put("firstSeen", now.toString()).putNull("resolvedAt");
        return new Step(Kind.REOPEN, with(insight, finding, now), cause, patch);
    }

    private Step update(Insight insight, Finding finding) {
        return new Step(Kind.UPDATE, with(insight, finding, insight.firstSeen()), cause, content(finding));
    }

    private Insight with(Insight insight, Finding finding, Instant firstSeen) {
        return new Insight(
                insight.id(),
                insight.fingerprint(),
                insight.rule(),
                insight.subject(),
                finding.severity(),
                finding.title(),
                finding.evidence(),
                firstSeen,
                now,
                Optional.empty(),
                insight.version());
    }

    private static ObjectNode content(Finding finding) {
        return Json.object()
                .put("severity", finding.severity().name())
                .put("title", finding.title())
                .set("evidence", Json.mapper().valueToTree(finding.evidence()));
    }

    /** Facts that were read again and are still the same are no change. */
    private static boolean saysTheSame(Insight insight, Finding finding) {
        return insight.severity() == finding.severity()
                && insight.title().equals(finding.title())
                && facts(insight.evidence()).equals(facts(finding.evidence()));
    }

    private static List<List<String>> facts(List<Evidence> evidence) {
        return evidence.stream()
                .map(item -> List.of(item.uri(), item.statement()))
                .toList();
    }
}
