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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Open deals whose close date has passed.
 *
 * <p>Up to a week late is for information, up to a quarter (91 days) a warning, beyond that critical; a large
 * deal is always one step more serious. Titles name dates and not days late, so that an insight does not
 * change every night.
 */
@Component(configurationPid = InsightsConfig.PID)
public final class CloseDatePassed implements InsightRule {

    private static final int WEEK = 7;
    private static final int QUARTER = 91;

    private final Opportunities opportunities;
    private final Rollups rollups;
    private final BigDecimal large;

    @Activate
    public CloseDatePassed(@Reference Opportunities opportunities, @Reference Rollups rollups, InsightsConfig config) {
        this(opportunities, rollups, BigDecimal.valueOf(config.large_amount()));
    }

    CloseDatePassed(Opportunities opportunities, Rollups rollups, BigDecimal large) {
        this.opportunities = opportunities;
        this.rollups = rollups;
        this.large = large;
    }

    @Override
    public String id() {
        return "close-date-passed";
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, rollups.calendar().zone());
        return opportunities.list(OpportunityFilter.of(OPEN), AsOf.LATEST).stream()
                .flatMap(deal -> Late.by(deal, today).stream())
                .sorted(Comparator.comparing(Late::closeDate)
                        .thenComparing(late -> late.deal().id()))
                .map(late -> finding(late, now))
                .toList();
    }

    private Finding finding(Late late, Instant now) {
        return new Finding(
                DealFacts.subject(late.deal()),
                severity(late),
                DealFacts.name(late.deal()) + " was to close on " + late.closeDate() + " and is still open",
                DealFacts.evidence(late.deal(), "close date " + late.closeDate(), now));
    }

    private Severity severity(Late late) {
        int step = late.days() <= WEEK ? 0 : late.days() <= QUARTER ? 1 : 2;
        boolean isLarge = late.deal()
                .amount()
                .filter(money -> money.amount().compareTo(large) >= 0)
                .isPresent();
        return Severity.values()[Math.min(isLarge ? step + 1 : step, Severity.CRITICAL.ordinal())];
    }

    private record Late(Opportunity deal, LocalDate closeDate, long days) {

        static Optional<Late> by(Opportunity deal, LocalDate today) {
            return deal.closeDate()
                    .filter(date -> date.isBefore(today))
                    .map(date -> new Late(deal, date, ChronoUnit.DAYS.between(date, today)));
        }
    }
}
