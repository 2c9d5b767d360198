package io.binnacle.industry.retail;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;

import io.binnacle.industry.retail.TradingEvent.Kind;
import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Open deals that are to close while the customer's systems are frozen. */
@Component
public final class ClosesInFreeze implements InsightRule {

    private final Opportunities opportunities;
    private final TradingCalendar calendar;

    @Activate
    public ClosesInFreeze(@Reference Opportunities opportunities, @Reference TradingCalendar calendar) {
        this.opportunities = opportunities;
        this.calendar = calendar;
    }

    @Override
    public String id() {
        return "retail-deal-closes-in-freeze";
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        List<TradingEvent> freezes = calendar.events(Optional.empty()).stream()
                .filter(event -> event.kind() == Kind.FREEZE)
                .toList();
        return opportunities.list(OpportunityFilter.of(OPEN), AsOf.LATEST).stream()
                .flatMap(deal -> freezes.stream()
                        .filter(freeze -> closesIn(deal, freeze))
                        .limit(1)
                        .map(freeze -> finding(deal, freeze, now)))
                .toList();
    }

    private static boolean closesIn(Opportunity deal, TradingEvent freeze) {
        return deal.account().filter(freeze.account()::equals).isPresent()
                && deal.closeDate().filter(freeze::contains).isPresent();
    }

    private static Finding finding(Opportunity deal, TradingEvent freeze, Instant now) {
        LocalDate close = deal.closeDate().orElseThrow();
        return new Finding(
                "opportunity/" + deal.id(),
                Severity.WARNING,
                Words.quoted(deal.name()) + " is to close on " + close + ", in the freeze "
                        + Words.quoted(freeze.name()),
                List.of(
                        new Evidence(
                                "/api/v1/pipeline/opportunities/" + deal.id(),
                                deal.stage() + ", close date " + close,
                                now),
                        Words.evidence(freeze, now)));
    }
}
