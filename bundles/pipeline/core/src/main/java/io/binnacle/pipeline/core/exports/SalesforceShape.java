package io.binnacle.pipeline.core.exports;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.core.exports.Book.Deal;
import io.binnacle.pipeline.core.exports.Book.Step;
import io.binnacle.pipeline.core.exports.CsvZip.Rows;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts, users, opportunities and their history as Salesforce's Data Loader writes them, by API names. */
final class SalesforceShape implements CrmShape {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ids ids = new Ids("salesforce");
    private final ZoneId zone;

    SalesforceShape(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "salesforce";
    }

    @Override
    public void write(Book book, CsvZip zip) {
        Map<UUID, String> names = new HashMap<>();
        book.accounts(account -> names.put(account.id(), ids.of(account.id(), account.externalRefs())));
        Set<UUID> people = new HashSet<>();
        book.nodes(node -> {
            names.put(node.id(), ids.of(node.id(), node.externalRefs()));
            if (node.kind() != NodeKind.REGION) {
                people.add(node.id());
            }
        });
        zip.table(
                "Account",
                List.of("Id", "Name", "ParentId", "Industry", "Region__c"),
                rows -> book.accounts(account -> rows.add(
                        names.get(account.id()),
                        account.name(),
                        account.parent().map(names::get),
                        account.industry(),
                        account.region())));
        zip.table(
                "User",
                List.of("Id", "Name", "ManagerId"),
                rows -> book.nodes(node -> {
                    if (people.contains(node.id())) {
                        rows.add(
                                names.get(node.id()),
                                node.name(),
                                node.parent().filter(people::contains).map(names::get));
                    }
                }));
        zip.table(
                "Opportunity",
                List.of(
                        "Id",
                        "AccountId",
                        "Name",
                        "StageName",
                        "Amount",
                        "CurrencyIsoCode",
                        "CloseDate",
                        "Probability",
                        "IsClosed",
                        "IsWon",
                        "ForecastCategory",
                        "ForecastCategoryName",
                        "NextStep",
                        "OwnerId",
                        "CreatedDate",
                        "LastModifiedDate"),
                rows -> book.deals(deal -> opportunity(deal, names, rows)));
        zip.table(
                "OpportunityHistory",
                List.of(
                        "OpportunityId",
                        "CreatedDate",
                        "CreatedById",
                        "StageName",
                        "Amount",
                        "CurrencyIsoCode",
                        "CloseDate",
                        "Probability",
                        "ForecastCategory",
                        "PrevAmount",
                        "PrevCloseDate"),
                rows -> book.deals(
                        deal -> history(deal.deal(), book.steps(deal.deal().id()), rows)));
        zip.table(
                "OpportunityFieldHistory",
                List.of("OpportunityId", "CreatedDate", "CreatedById", "Field", "OldValue", "NewValue"),
                rows -> book.deals(
                        deal -> owners(deal.deal(), book.steps(deal.deal().id()), names, rows)));
    }

    private void opportunity(Deal row, Map<UUID, String> names, Rows rows) {
        Opportunity deal = row.deal();
        rows.add(
                ids.of(deal.id(), deal.externalRefs()),
                deal.account().map(names::get),
                deal.name(),
                deal.stage(),
                amount(deal),
                currency(deal),
                deal.closeDate(),
                percent(deal),
                deal.status().isClosed(),
                deal.status() == OpportunityStatus.WON,
                category(deal.category()),
                categoryName(deal.category()),
                deal.nextStep(),
                deal.owner().map(names::get),
                deal.createdOn().atStartOfDay(zone).toInstant(),
                row.since());
    }

    private void history(Opportunity deal, List<Step> steps, Rows rows) {
        for (Step step : steps) {
            Opportunity now = step.deal();
            if (step.before()
                    .filter(before -> tracked(before).equals(tracked(now)))
                    .isEmpty()) {
                rows.add(
                        ids.of(deal.id(), deal.externalRefs()),
                        step.event().validTime(),
                        step.event().actor(),
                        now.stage(),
                        amount(now),
                        currency(now),
                        now.closeDate(),
                        percent(now),
                        category(now.category()),
                        step.before().flatMap(SalesforceShape::amount),
                        step.before().flatMap(Opportunity::closeDate));
            }
        }
    }

    // Salesforce tells owners in this table alone; it begins with the deal where all of its past is known.
    private void owners(Opportunity deal, List<Step> steps, Map<UUID, String> names, Rows rows) {
        String id = ids.of(deal.id(), deal.externalRefs());
        for (Step step : steps) {
            Instant at = step.event().validTime();
            String actor = step.event().actor();
            if (step.before().isEmpty() && deal.historyQuality() == HistoryQuality.FULL) {
                rows.add(id, at, actor, "created", "", "");
            }
            step.before()
                    .filter(before -> !before.owner().equals(step.deal().owner()))
                    .ifPresent(before -> rows.add(
                            id,
                            at,
                            actor,
                            "Owner",
                            before.owner().map(names::get),
                            step.deal().owner().map(names::get)));
        }
    }

    private static List<Object> tracked(Opportunity deal) {
        return List.of(deal.stage(), deal.amount(), deal.closeDate(), deal.probability(), deal.category());
    }

    private static Optional<BigDecimal> amount(Opportunity deal) {
        return deal.amount().map(Money::amount);
    }

    private static Optional<String> currency(Opportunity deal) {
        return deal.amount().map(Money::currency);
    }

    private static Optional<BigDecimal> percent(Opportunity deal) {
        return deal.probability()
                .map(probability -> probability.multiply(HUNDRED).stripTrailingZeros());
    }

    private static String category(ForecastCategory category) {
        return switch (category) {
            case OMITTED -> "Omitted";
            case PIPELINE -> "Pipeline";
            case BEST_CASE -> "BestCase";
            case MOST_LIKELY -> "MostLikely";
            case COMMIT -> "Forecast";
            case CLOSED -> "Closed";
        };
    }

    private static String categoryName(ForecastCategory category) {
        return switch (category) {
            case BEST_CASE -> "Best Case";
            case MOST_LIKELY -> "Most Likely";
            case COMMIT -> "Commit";
            default -> category(category);
        };
    }
}
