package io.binnacle.insights.core;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;

import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Open deals with nothing planned from today on that have been quiet for a number of days: since their last
 * planned activity or, if there never was one, since they were last changed. Twice as many days make it a
 * warning.
 */
@Component(configurationPid = InsightsConfig.PID)
public final class NoNextActivity implements InsightRule {

    private final Opportunities opportunities;
    private final Rollups rollups;
    private final int quietDays;

    @Activate
    public NoNextActivity(@Reference Opportunities opportunities, @Reference Rollups rollups, InsightsConfig config) {
        this(opportunities, rollups, config.quiet_days());
    }

    NoNextActivity(Opportunities opportunities, Rollups rollups, int quietDays) {
        this.opportunities = opportunities;
        this.rollups = rollups;
        this.quietDays = quietDays;
    }

    @Override
    public String id() {
        return "no-next-activity";
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        ZoneId zone = rollups.calendar().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<UUID, Instant> lastChanges = opportunities.lastChanges();
        return opportunities.list(OpportunityFilter.of(OPEN), AsOf.LATEST).stream()
                .map(deal -> Quiet.of(deal, lastChanges.get(deal.id()), zone))
                .filter(quiet -> !quiet.since().isAfter(today.minusDays(quietDays)))
                .sorted(Comparator.comparing(Quiet::since)
                        .thenComparing(quiet -> quiet.deal().id()))
                .map(quiet -> finding(quiet, today, now))
                .toList();
    }

    private Finding finding(Quiet quiet, LocalDate today, Instant now) {
        boolean isLong = !quiet.since().isAfter(today.minusDays(2L * quietDays));
        return new Finding(
                DealFacts.subject(quiet.deal()),
                isLong ? Severity.WARNING : Severity.INFO,
                DealFacts.name(quiet.deal()) + " has no next activity; it is quiet since " + quiet.since(),
                DealFacts.evidence(quiet.deal(), quiet.fact(), now));
    }

    /** A deal and the day since which nothing happens; a planned activity is none before its day has come. */
    private record Quiet(Opportunity deal, LocalDate since, String fact) {

        static Quiet of(Opportunity deal, Instant lastChange, ZoneId zone) {
            return deal.nextActivity()
                    .map(day -> new Quiet(deal, day, "last planned activity on " + day))
                    .orElseGet(() -> unplanned(deal, lastChange, zone));
        }

        private static Quiet unplanned(Opportunity deal, Instant lastChange, ZoneId zone) {
            if (lastChange == null) {
                return new Quiet(
                        deal, deal.createdOn(), "no activity planned since its creation on " + deal.createdOn());
            }
            LocalDate day = LocalDate.ofInstant(lastChange, zone);
            return new Quiet(deal, day, "no activity planned, last changed on " + day);
        }
    }
}
