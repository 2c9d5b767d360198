package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.DATE;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.FLAG;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TIME;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads how a deal stands now. How it came to be so is not in the row and is not guessed: a closed deal is known
 * since its close, an open one since it was last modified.
 */
final class DealReader {

    static final List<Field> FIELDS = List.of(
            Field.required("id", TEXT),
            Field.required("name", TEXT),
            Field.required("stage", TEXT),
            Field.required("closeDate", DATE),
            Field.required("created", TIME),
            Field.optional("modified", TIME),
            Field.optional("actualCloseDate", DATE),
            Field.optional("amount", NUMBER),
            Field.optional("actualAmount", NUMBER),
            Field.optional("currency", TEXT),
            Field.optional("account", TEXT),
            Field.optional("accountName", TEXT),
            Field.optional("owner", TEXT),
            Field.optional("ownerName", TEXT),
            Field.optional("status", TEXT),
            Field.optional("outcome", TEXT),
            Field.optional("isClosed", FLAG),
            Field.optional("isWon", FLAG),
            Field.optional("category", TEXT),
            Field.optional("percent", NUMBER),
            Field.optional("chance", NUMBER),
            Field.optional("nextStep", TEXT),
            Field.optional("reason", TEXT),
            Field.optional("pipeline", TEXT),
            Field.optional("deleted", FLAG));

    private static final String NO_REASON = "no reason in the source";

    private DealReader() {}

    static void read(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> deal = values.requiredRef("id", "deal");
        People people = People.of(values);
        Standing standing = Standing.of(values);
        Optional<Money> amount = amount(values, standing.status(), context);
        Optional<LocalDate> closes = closeDate(values, standing.status());
        Optional<Instant> created = Moment.past(values, "created", context);
        if (created.isEmpty()) {
            values.required("created");
        }
        Optional<Instant> modified = Moment.past(values, "modified", context).or(() -> created);
        Optional<String> name = values.required("name");
        Optional<String> stage = values.required("stage");
        if (values.row().isGood()) {
            check(values, standing.status(), amount, closes, context.day(created.orElseThrow()), context);
        }
        if (!values.row().isGood()) {
            return;
        }
        boolean closed = standing.status().isClosed();
        DealState now = new DealState(
                closed ? context.start(closes.orElseThrow()) : modified.orElseThrow(),
                name.orElseThrow(),
                people.account(),
                people.owner(),
                Optional.empty(),
                stage.orElseThrow(),
                standing.status(),
                standing.category(),
                amount,
                closes,
                context.day(created.orElseThrow()),
                values.text("nextStep"),
                Optional.empty(),
                closed ? values.text("reason").or(() -> Optional.of(NO_REASON)) : Optional.empty(),
                values.text("pipeline").orElse(Opportunity.STANDARD),
                Chances.of(values),
                values.row().flag("deleted").orElse(false),
                values.row().others());
        people.bring(sink);
        warnUnowned(values, people);
        sink.describes("id", deal.orElseThrow()).brings(deal.orElseThrow(), now);
    }

    private static void warnUnowned(Values values, People people) {
        if (people.owner().isEmpty() && (values.has("owner") || values.has("ownerName"))) {
            values.row()
                    .warning(
                            values.has("owner") ? "owner" : "ownerName",
                            "NO_OWNER",
                            "the deal comes in without an owner and counts below no node; name one in the source");
        }
    }

    private static Optional<Money> amount(Values values, OpportunityStatus status, ImportContext context) {
        String currency = Currencies.of(values, context);
        Optional<BigDecimal> expected = values.row().amount("amount");
        Optional<BigDecimal> actual = values.row().amount("actualAmount");
        Optional<BigDecimal> amount = status == OpportunityStatus.WON ? actual.or(() -> expected) : expected;
        return amount.map(value -> new Money(value, currency));
    }

    private static Optional<LocalDate> closeDate(Values values, OpportunityStatus status) {
        Optional<LocalDate> expected = values.row().date("closeDate");
        Optional<LocalDate> actual = values.row().date("actualCloseDate");
        Optional<LocalDate> date = status.isClosed() ? actual.or(() -> expected) : expected;
        if (date.isEmpty()) {
            values.required("closeDate");
        }
        return date;
    }

    private static void check(
            Values values,
            OpportunityStatus status,
            Optional<Money> amount,
            Optional<LocalDate> closes,
            LocalDate created,
            ImportContext context) {
        if (!status.isClosed()) {
            return;
        }
        String column = values.row().date("actualCloseDate").isPresent() ? "actualCloseDate" : "closeDate";
        if (closes.orElseThrow().isAfter(context.today())) {
            values.row()
                    .error(
                            column,
                            "IMPOSSIBLE_DATE",
                            "this has happened, so it cannot lie ahead of " + context.today());
        }
        if (closes.get().isBefore(created)) {
            values.row().error(column, "IMPOSSIBLE_DATE", "lies before the deal was created, on " + created);
        }
        if (status == OpportunityStatus.WON && amount.isEmpty()) {
            values.row().required("amount");
        }
    }
}
