package io.binnacle.insights.core;

import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.Insight;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Insights;
import io.binnacle.insights.core.InsightStore.Changed;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Runs the rules that are there, one evaluation at a time. */
@Component(configurationPid = InsightsConfig.PID)
public final class InsightEngine implements Insights {

    private final InsightStore store;
    private final Clock clock;
    private final Absences absences;
    private final Map<InsightRule, InstalledRule> rules = new ConcurrentHashMap<>();

    private record InstalledRule(String id, Version version, InsightRule rule) {}

    @Activate
    public InsightEngine(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=insights)") SchemaReady ready,
            InsightsConfig config) {
        this(database, journal, clock, Duration.ofMinutes(config.grace_minutes()));
    }

    InsightEngine(Database database, Journal journal, Clock clock, Duration grace) {
        this.store = new InsightStore(database, journal);
        this.clock = clock;
        this.absences = new Absences(grace);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRule(ServiceReference<InsightRule> reference, InsightRule rule) {
        addRule(reference.getBundle().getVersion(), rule);
    }

    void addRule(Version version, InsightRule rule) {
        rules.put(rule, new InstalledRule(rule.id(), version, rule));
    }

    void removeRule(InsightRule rule) {
        rules.remove(rule);
    }

    @Override
    public Page<Insight> open(Optional<String> rule, Paging paging) {
        return store.open(rule, paging);
    }

    @Override
    public List<String> rules() {
        return List.copyOf(inUse().keySet());
    }

    @Override
    public synchronized Evaluation evaluate() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Failures failures = new Failures();
        Changed changed = Changed.NOTHING;
        Map<String, InsightRule> present = inUse();
        for (Map.Entry<String, InsightRule> rule : present.entrySet()) {
            changed = changed.plus(run(rule.getKey(), rule.getValue(), now, failures));
        }
        for (String gone : absences.over(store.rulesWithOpen(), present.keySet(), now)) {
            changed = changed.plus(store.resolveAll(gone, now));
        }
        return new Evaluation(changed.opened(), changed.resolved(), store.countOpen(), failures.sentences());
    }

    /** The rules by id. While a bundle is replaced, both versions are there: the newer counts. */
    private SortedMap<String, InsightRule> inUse() {
        SortedMap<String, InsightRule> newest = new TreeMap<>();
        rules.values().stream()
                .sorted(Comparator.comparing(InstalledRule::version))
                .forEach(installed -> newest.put(installed.id(), installed.rule()));
        return newest;
    }

    /** Rules are other people's code: whatever one throws is its own failure and no other's. */
    private Changed run(String id, InsightRule rule, Instant now, Failures failures) {
        try {
            List<Finding> findings = rule.evaluate(now);
            requireDistinctSubjects(findings);
            return store.replace(id, findings, now);
        } catch (RuntimeException | LinkageError e) {
            failures.add(id, e);
            return Changed.NOTHING;
        }
    }

    private static void requireDistinctSubjects(List<Finding> findings) {
        Set<String> subjects = new HashSet<>();
        for (Finding finding : findings) {
            if (!subjects.add(finding.subject())) {
                throw new IllegalArgumentException("it found two things about " + finding.subject());
            }
        }
    }
}
