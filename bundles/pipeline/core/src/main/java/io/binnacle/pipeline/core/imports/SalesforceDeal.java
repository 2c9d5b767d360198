package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.platform.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One row of an export of opportunities: what a deal is now. How it came to be so is not in the file and is
 * not guessed: a closed deal is known since its close, an open one since it was last modified.
 */
record SalesforceDeal(
        Optional<String> id,
        Optional<String> name,
        Optional<String> stage,
        Optional<String> ownerId,
        Optional<String> accountId,
        SalesforceStanding standing,
        Optional<Money> amount,
        String currency,
        Optional<LocalDate> closeDate,
        Optional<LocalDate> createdOn,
        Optional<Instant> since) {

    private static final String SYSTEM = "salesforce";
    private static final DateTimeFormatter BULK_API = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z");

    static SalesforceDeal of(Row row, ImportContext context) {
        row.required("CreatedDate");
        SalesforceStanding standing = SalesforceStanding.of(row);
        Optional<Instant> created = time(row, "CreatedDate", context);
        Optional<Instant> modified = time(row, "LastModifiedDate", context).or(() -> created);
        Optional<LocalDate> closes = row.requiredDate("CloseDate");
        boolean ended = standing.status().isClosed();
        String currency = currency(row, context);
        SalesforceDeal deal = new SalesforceDeal(
                row.required("Id"),
                row.required("Name"),
                row.required("StageName"),
                row.text("OwnerId"),
                row.text("AccountId"),
                standing,
                row.amount("Amount").map(value -> new Money(value, currency)),
                currency,
                closes,
                created.map(time -> LocalDate.ofInstant(time, context.zone())),
                ended ? closes.map(context::start) : modified);
        if (row.isGood() && ended) {
            deal.checkEnd(row, context);
        }
        return deal;
    }

    ExternalRef ref() {
        return new ExternalRef(SYSTEM, "Opportunity", id.orElseThrow());
    }

    Optional<ExternalRef> owner() {
        return ownerId.map(user -> new ExternalRef(SYSTEM, "User", user));
    }

    Optional<ExternalRef> account() {
        return accountId.map(account -> new ExternalRef(SYSTEM, "Account", account));
    }

    String stageName() {
        return stage.orElseThrow();
    }

    DealHistory history() {
        DealState state = new DealState(
                since.orElseThrow(),
                name.orElseThrow(),
                account(),
                owner(),
                Optional.empty(),
                stageName(),
                standing.status(),
                standing.category(),
                amount,
                closeDate,
                createdOn.orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                standing.status().isClosed() ? Optional.of(ImportContext.NO_REASON) : Optional.empty());
        return new DealHistory(ref(), List.of(state));
    }

    private void checkEnd(Row row, ImportContext context) {
        context.refuseAhead(row, "CloseDate", closeDate);
        LocalDate close = closeDate.orElseThrow();
        if (standing.status() == OpportunityStatus.WON) {
            row.required("Amount");
        }
        if (close.isBefore(createdOn.orElseThrow())) {
            row.error("CloseDate", "IMPOSSIBLE_DATE", close.toString(), "lies before CreatedDate " + createdOn.get());
        }
    }

    private static Optional<Instant> time(Row row, String column, ImportContext context) {
        Optional<Instant> time = row.parsed(
                column,
                "IMPOSSIBLE_DATE",
                "there is no such time; write it like 2017-04-09T08:30:00.000Z",
                text -> instant(text, context.zone()));
        context.refuseAhead(row, column, time.map(instant -> LocalDate.ofInstant(instant, context.zone())));
        return time;
    }

    private static Instant instant(String text, ZoneId zone) {
        if (text.length() <= 10) {
            return Row.plausible(text).atStartOfDay(zone).toInstant();
        }
        Instant instant = text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text, BULK_API).toInstant();
        Row.plausible(LocalDate.ofInstant(instant, zone).toString());
        return instant;
    }

    private static String currency(Row row, ImportContext context) {
        return row.parsed(
                        "CurrencyIsoCode",
                        "UNKNOWN_CURRENCY",
                        "write an ISO 4217 code such as USD",
                        code -> Currency.getInstance(code).getCurrencyCode())
                .orElse(context.currency());
    }
}
