package io.binnacle.pipeline.core.exports;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.core.exports.Book.Deal;
import io.binnacle.pipeline.core.exports.Book.Step;
import io.binnacle.pipeline.core.exports.CsvZip.Rows;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts, opportunities and how they closed in the columns of Dynamics 365. Option sets whose numbers every customer
 * may change are written by their labels.
 */
final class DynamicsShape implements CrmShape {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ids ids = new Ids("dynamics");
    private final ZoneId zone;

    DynamicsShape(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "dynamics";
    }

    @Override
    public void write(Book book, CsvZip zip) {
        Map<UUID, String> names = new HashMap<>();
        book.accounts(account -> names.put(account.id(), ids.of(account.id(), account.externalRefs())));
        book.nodes(node -> names.put(node.id(), ids.of(node.id(), node.externalRefs())));
        zip.table(
                "account",
                List.of("accountid", "name", "parentaccountid", "industrycode"),
                rows -> book.accounts(account -> rows.add(
                        names.get(account.id()),
                        account.name(),
                        account.parent().map(names::get),
                        account.industry())));
        zip.table(
                "opportunity",
                List.of(
                        "opportunityid",
                        "name",
                        "parentaccountid",
                        "estimatedvalue",
                        "estimatedclosedate",
                        "actualvalue",
                        "actualclosedate",
                        "closeprobability",
                        "stepname",
                        "msdyn_forecastcategory",
                        "statecode",
                        "statuscode",
                        "transactioncurrencyid",
                        "ownerid",
                        "createdon",
                        "modifiedon"),
                rows -> book.deals(deal -> opportunity(deal, names, rows)));
        zip.table(
                "opportunityclose",
                List.of(
                        "activityid",
                        "opportunityid",
                        "actualend",
                        "actualrevenue",
                        "opportunitystatecode",
                        "opportunitystatuscode",
                        "subject"),
                rows -> book.deals(
                        deal -> closes(deal.deal(), book.steps(deal.deal().id()), rows)));
    }

    private void opportunity(Deal row, Map<UUID, String> names, Rows rows) {
        Opportunity deal = row.deal();
        Optional<BigDecimal> amount = deal.amount().map(Money::amount);
        rows.add(
                ids.of(deal.id(), deal.externalRefs()),
                deal.name(),
                deal.account().map(names::get),
                amount,
                deal.closeDate(),
                amount.filter(value -> deal.status() == OpportunityStatus.WON),
                deal.closeDate().filter(day -> deal.status().isClosed()),
                deal.probability().map(value -> value.multiply(HUNDRED).stripTrailingZeros()),
                deal.stage(),
                category(deal),
                state(deal.status()),
                statusReason(deal.status()),
                deal.amount().map(Money::currency),
                deal.owner().map(names::get),
                deal.createdOn().atStartOfDay(zone).toInstant(),
                row.since());
    }

    private void closes(Opportunity deal, List<Step> steps, Rows rows) {
        for (Step step : steps) {
            OpportunityStatus status = step.deal().status();
            if (status.isClosed()
                    && step.before().filter(before -> before.status() == status).isEmpty()) {
                rows.add(
                        activity(step),
                        ids.of(deal.id(), deal.externalRefs()),
                        end(step),
                        step.deal().amount().map(Money::amount).filter(value -> status == OpportunityStatus.WON),
                        state(status),
                        statusReason(status),
                        step.deal().reasonClosed());
            }
        }
    }

    private LocalDate end(Step step) {
        return step.deal().closeDate().orElse(LocalDate.ofInstant(step.event().validTime(), zone));
    }

    /** Dynamics keeps an activity for each close; ours gets the same id in every export. */
    private static UUID activity(Step step) {
        String name = step.deal().id() + " closed by event " + step.event().seq();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static int state(OpportunityStatus status) {
        return switch (status) {
            case OPEN, ON_HOLD -> 0;
            case WON -> 1;
            case LOST, CANCELLED -> 2;
        };
    }

    private static int statusReason(OpportunityStatus status) {
        return switch (status) {
            case OPEN -> 1;
            case ON_HOLD -> 2;
            case WON -> 3;
            case CANCELLED -> 4;
            case LOST -> 5;
        };
    }

    private static String category(Opportunity deal) {
        if (deal.status() == OpportunityStatus.WON) {
            return "Won";
        }
        return deal.status().isClosed() ? "Lost" : category(deal.category());
    }

    private static String category(ForecastCategory category) {
        return switch (category) {
            case OMITTED -> "Omitted";
            case PIPELINE -> "Pipeline";
            case BEST_CASE, MOST_LIKELY -> "Best case";
            case COMMIT -> "Committed";
            case CLOSED -> "Won";
        };
    }
}
