package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.DATE;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.FLAG;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TIME;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Read what deals sell and what was done about them. */
final class DetailReaders {

    static final List<Field> LINE = List.of(
            Field.required("id", TEXT),
            Field.required("deal", TEXT),
            Field.required("quantity", NUMBER),
            Field.required("total", NUMBER),
            Field.optional("product", TEXT),
            Field.optional("description", TEXT),
            Field.optional("price", NUMBER),
            Field.optional("discount", NUMBER),
            Field.optional("currency", TEXT),
            Field.optional("service", DATE),
            Field.optional("created", TIME),
            Field.optional("deleted", FLAG));

    static final List<Field> TOUCH = List.of(
            Field.required("id", TEXT),
            Field.required("deal", TEXT),
            Field.required("day", DATE),
            Field.optional("subject", TEXT),
            Field.optional("kind", TEXT),
            Field.optional("owner", TEXT),
            Field.optional("isDone", FLAG),
            Field.optional("status", TEXT));

    private static final String DONE = "DONE";

    private DetailReaders() {}

    static void line(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> id = values.requiredRef("id", "line");
        Optional<ExternalRef> deal = values.requiredRef("deal", "deal");
        values.required("quantity");
        values.required("total");
        Optional<BigDecimal> quantity = values.row().number("quantity");
        Optional<BigDecimal> total = values.row().number("total");
        Optional<BigDecimal> price = values.row().number("price");
        Optional<BigDecimal> discount = values.row().number("discount");
        Optional<LocalDate> service = values.row().date("service");
        Optional<Instant> created = Moment.past(values, "created", context);
        Optional<ExternalRef> product = values.ref("product", "product");
        String currency = Currencies.of(values, context);
        boolean removed = values.row().flag("deleted").orElse(false);
        if (values.row().isGood()) {
            sink.describes("id", id.orElseThrow()).needs("deal", deal.orElseThrow());
            product.ifPresent(ref -> sink.needs("product", ref));
            sink.brings(new Attachment.Line(
                    id.orElseThrow(),
                    deal.orElseThrow(),
                    product,
                    values.text("description"),
                    quantity.orElseThrow(),
                    price.map(value -> new Money(value, currency)),
                    new Money(total.orElseThrow(), currency),
                    discount,
                    service,
                    created,
                    removed));
        }
    }

    static void touch(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> id = values.requiredRef("id", "touch");
        Optional<ExternalRef> deal = values.ref("deal", "deal");
        Optional<LocalDate> day = values.row().date("day");
        Optional<ExternalRef> owner = values.ref("owner", "owner");
        boolean done = values.row().flag("isDone").orElse(false)
                || values.text("status").filter(DONE::equals).isPresent();
        if (done && day.filter(date -> date.isAfter(context.today())).isPresent()) {
            values.row().error("day", "IMPOSSIBLE_DATE", "this is done, so it cannot lie ahead of " + context.today());
        }
        if (values.row().isGood() && hasPlace(values, deal, day)) {
            owner.ifPresent(ref -> sink.bringsIfUnknown(People.seller(ref, Optional.empty())));
            sink.describes("id", id.orElseThrow())
                    .needs("deal", deal.orElseThrow())
                    .brings(new Attachment.Touched(
                            id.orElseThrow(),
                            deal.orElseThrow(),
                            owner,
                            day.orElseThrow(),
                            values.text("kind").orElse("Task"),
                            values.text("subject").orElse(""),
                            done));
        }
    }

    // Tasks are about anything, and some of no day.
    private static boolean hasPlace(Values values, Optional<ExternalRef> deal, Optional<LocalDate> day) {
        boolean ofDeal = deal.filter(
                        ref -> ref.id().matches(values.mapping().ids().orElse(".*")))
                .isPresent();
        if (!ofDeal) {
            values.row().warning("deal", "LEFT_OUT", "only what is about a deal comes in");
        } else if (day.isEmpty()) {
            values.row().warning("day", "LEFT_OUT", "only what has a day comes in");
        }
        return ofDeal && day.isPresent();
    }
}
