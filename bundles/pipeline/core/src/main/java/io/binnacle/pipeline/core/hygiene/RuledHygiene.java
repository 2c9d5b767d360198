package io.binnacle.pipeline.core.hygiene;

import static io.binnacle.pipeline.api.PipelineError.PROPOSAL_NOT_FOUND;

import io.binnacle.pipeline.api.Hierarchies;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityDetails;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.Flaw;
import io.binnacle.pipeline.api.hygiene.Hygiene;
import io.binnacle.pipeline.api.hygiene.HygieneReport;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Structure;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.PeriodLevel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Looks at deals with the rules that are there. */
@Component
public final class RuledHygiene implements Hygiene {

    private final Database database;
    private final Opportunities opportunities;
    private final OpportunityDetails details;
    private final Clock clock;
    private final PipelineSettings settings;
    private final Pipelines pipelines;
    private final Hierarchies hierarchies;
    private final Set<HygieneRule> rules = new CopyOnWriteArraySet<>();

    @Activate
    public RuledHygiene(
            @Reference Database database,
            @Reference Opportunities opportunities,
            @Reference OpportunityDetails details,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference Pipelines pipelines,
            @Reference Hierarchies hierarchies) {
        this.database = database;
        this.opportunities = opportunities;
        this.details = details;
        this.clock = clock;
        this.settings = settings;
        this.pipelines = pipelines;
        this.hierarchies = hierarchies;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRule(HygieneRule rule) {
        rules.add(rule);
    }

    void removeRule(HygieneRule rule) {
        rules.remove(rule);
    }

    @Override
    public HygieneReport report(Optional<UUID> node, AsOf asOf) {
        AsOf at = resolved(asOf);
        Structure structure = new Structure(hierarchies.nodes(HierarchyKind.ORG, at));
        List<HierarchyNode> top =
                node.map(id -> structure.find(id).stream().toList()).orElse(structure.roots());
        return inspect(node, at, rules()).report(at, structure, top);
    }

    @Override
    public List<Flaw> flaws(Optional<UUID> node, Optional<String> rule, AsOf asOf) {
        List<HygieneRule> wanted = rules().stream()
                .filter(one -> rule.filter(id -> !id.equals(one.id())).isEmpty())
                .toList();
        return inspect(node, resolved(asOf), wanted).flaws();
    }

    @Override
    public Opportunity accept(UUID opportunity, String rule, long expectedVersion, Principal by) {
        Finding.Proposal proposal = opportunities
                .find(opportunity, AsOf.LATEST)
                .filter(deal -> !deal.deleted() && !deal.status().isClosed())
                .flatMap(deal -> proposal(deal, rule))
                .orElseThrow(() -> PROPOSAL_NOT_FOUND.because(
                        "the rule '%s' proposes nothing for the opportunity %s now", rule, opportunity));
        return opportunities.change(
                opportunity,
                expectedVersion,
                proposal.patch(),
                Optional.empty(),
                by,
                "hygiene " + rule + ": " + proposal.why());
    }

    private Optional<Finding.Proposal> proposal(Opportunity deal, String rule) {
        DealFacts facts = facts(deal, today(), today(), pipelines.named(deal.pipeline(), AsOf.LATEST));
        return rules().stream()
                .filter(one -> one.id().equals(rule))
                .flatMap(one -> one.check(facts).stream())
                .flatMap(finding -> finding.proposal().stream())
                .findFirst();
    }

    private Inspection inspect(Optional<UUID> node, AsOf at, List<HygieneRule> wanted) {
        LocalDate today = LocalDate.ofInstant(at.validAt(), settings.zone());
        return database.read(handle -> {
            List<Opportunity> deals = Stream.of(OpportunityStatus.OPEN, OpportunityStatus.ON_HOLD)
                    .map(status -> new OpportunityFilter(Optional.of(status), Optional.empty(), Optional.empty(), node))
                    .flatMap(filter -> opportunities.list(filter, at).stream())
                    .sorted(Comparator.comparing(deal -> deal.id().toString()))
                    .toList();
            Map<UUID, LocalDate> touched = details.lastTouches(today, touchesKnownAt(at));
            Map<UUID, Instant> changed =
                    Standings.at(handle, at).stream().collect(Collectors.toMap(Standing::id, Standing::since));
            Map<String, Pipeline> byKey =
                    pipelines.all(at).stream().collect(Collectors.toMap(Pipeline::key, Function.identity()));
            List<Flaw> flaws = deals.stream()
                    .flatMap(deal -> flaws(
                            deal,
                            facts(
                                    deal,
                                    later(day(changed.get(deal.id())), touched.getOrDefault(deal.id(), LocalDate.MIN)),
                                    today,
                                    Optional.ofNullable(byKey.get(deal.pipeline()))),
                            wanted))
                    .toList();
            return new Inspection(deals, flaws);
        });
    }

    private static Stream<Flaw> flaws(Opportunity deal, DealFacts facts, List<HygieneRule> rules) {
        return rules.stream().flatMap(rule -> rule.check(facts).stream()
                .map(finding -> new Flaw(
                        rule.id(),
                        deal.id(),
                        deal.name(),
                        deal.owner(),
                        deal.version(),
                        finding.detail(),
                        finding.proposal())));
    }

    // Of today's knowledge there is a table.
    private Instant touchesKnownAt(AsOf at) {
        return at.knownAt().isBefore(clock.instant()) ? at.knownAt() : Instant.MAX;
    }

    private static LocalDate later(LocalDate changed, LocalDate touched) {
        return touched.isAfter(changed) ? touched : changed;
    }

    private DealFacts facts(Opportunity deal, LocalDate changed, LocalDate today, Optional<Pipeline> pipeline) {
        LocalDate activity = deal.nextActivity()
                .filter(day -> day.isAfter(changed) && !day.isAfter(today))
                .orElse(changed);
        LocalDate monthEnd =
                settings.calendar().periodOf(PeriodLevel.PERIOD, today).end();
        return new DealFacts(deal, activity, today, monthEnd, pipeline);
    }

    private List<HygieneRule> rules() {
        return rules.stream().sorted(Comparator.comparing(HygieneRule::id)).toList();
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, settings.zone());
    }

    private AsOf resolved(AsOf asOf) {
        Instant now = clock.instant();
        return new AsOf(
                asOf.validAt().isBefore(now) ? asOf.validAt() : now,
                asOf.knownAt().isBefore(now) ? asOf.knownAt() : now);
    }
}
