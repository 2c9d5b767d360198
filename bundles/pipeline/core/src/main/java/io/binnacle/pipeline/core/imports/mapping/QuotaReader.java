package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.DATE;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.FLAG;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.pipeline.api.imports.Quota;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what somebody has to reach in a period. Quotas of quantities, product families and territories stay out. */
final class QuotaReader {

    static final List<Field> FIELDS = List.of(
            Field.required("owner", TEXT),
            Field.required("start", DATE),
            Field.required("amount", NUMBER),
            Field.optional("currency", TEXT),
            Field.optional("isAmount", FLAG),
            Field.optional("type", TEXT),
            Field.optional("family", TEXT),
            Field.optional("territory", TEXT));

    private QuotaReader() {}

    static void read(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> owner = values.requiredRef("owner", "owner");
        values.required("start");
        Optional<LocalDate> start = values.row().date("start");
        boolean ofAmount = values.row().flag("isAmount").orElse(true);
        if (ofAmount) {
            values.required("amount");
        }
        Optional<BigDecimal> amount = values.row().amount("amount");
        String currency = Currencies.of(values, context);
        if (!values.row().isGood() || hasNoPlace(values, ofAmount)) {
            return;
        }
        sink.bringsIfUnknown(People.seller(owner.orElseThrow(), Optional.empty()))
                .brings(new Quota(
                        "owner",
                        owner.orElseThrow(),
                        start.orElseThrow(),
                        new Money(amount.orElseThrow(), currency),
                        values.text("type").orElse("")));
    }

    private static boolean hasNoPlace(Values values, boolean ofAmount) {
        if (!ofAmount) {
            values.row().warning("isAmount", "LEFT_OUT", "targets are amounts, so a quota of a quantity stays out");
            return true;
        }
        for (String field : List.of("family", "territory")) {
            if (values.text(field).isPresent()) {
                values.row().warning(field, "LEFT_OUT", "targets are of people, so a quota of this alone stays out");
                return true;
            }
        }
        return false;
    }
}
