package io.binnacle.industry.retail;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;

import io.binnacle.industry.retail.TradingEvent.Kind;
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
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Openings and promotions of the next half year for which no open deal is to close in time. */
@Component
public final class EventWithoutDeal implements InsightRule {

    private static final int DAYS_AHEAD = 183;

    private final Opportunities opportunities;
    private final TradingCalendar calendar;
    private final Rollups rollups;

    @Activate
    public EventWithoutDeal(
            @Reference Opportunities opportunities, @Reference TradingCalendar calendar, @Reference Rollups rollups) {
        this.opportunities = opportunities;
        this.calendar = calendar;
        this.rollups = rollups;
    }

    @Override
    public String id() {
        return "retail-event-without-deal";
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, rollups.calendar().zone());
        List<Opportunity> deals = opportunities.list(OpportunityFilter.of(OPEN), AsOf.LATEST);
        return calendar.events(Optional.empty()).stream()
                .filter(event -> event.kind() != Kind.FREEZE)
                .filter(event ->
                        event.firstDay().isAfter(today) && !event.firstDay().isAfter(today.plusDays(DAYS_AHEAD)))
                .filter(event -> deals.stream().noneMatch(deal -> isInTime(deal, event)))
                .map(event -> finding(event, now))
                .toList();
    }

    private static boolean isInTime(Opportunity deal, TradingEvent event) {
        return deal.account().filter(event.account()::equals).isPresent()
                && deal.closeDate()
                        .filter(close -> close.isBefore(event.firstDay()))
                        .isPresent();
    }

    private static Finding finding(TradingEvent event, Instant now) {
        return new Finding(
                "trading-event/" + event.id(),
                Severity.INFO,
                Words.quoted(event.name()) + " begins on " + event.firstDay() + " and no open deal closes before it",
                List.of(Words.evidence(event, now)));
    }
}
