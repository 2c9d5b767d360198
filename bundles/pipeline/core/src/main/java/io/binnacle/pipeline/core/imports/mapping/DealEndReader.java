package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TIME;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads when and how a deal was closed; it may have been closed more than once. */
final class DealEndReader {

    static final List<Field> FIELDS = List.of(
            Field.required("deal", TEXT),
            Field.required("at", TIME),
            Field.required("status", TEXT),
            Field.optional("amount", NUMBER),
            Field.optional("reason", TEXT));

    private DealEndReader() {}

    static void read(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> deal = values.requiredRef("deal", "deal");
        Optional<Instant> at = Moment.past(values, "at", context);
        if (at.isEmpty()) {
            values.required("at");
        }
        values.required("status");
        Optional<OpportunityStatus> status = values.constant("status", OpportunityStatus.class, "UNKNOWN_STATUS");
        Optional<?> amount = values.row().amount("amount");
        if (!values.row().isGood()) {
            return;
        }
        Map<DealField, Optional<?>> after = new EnumMap<>(DealField.class);
        after.put(DealField.STATUS, status);
        after.put(DealField.CLOSE_DATE, at.map(context::day));
        if (status.filter(end -> end == OpportunityStatus.WON).isPresent() && amount.isPresent()) {
            after.put(DealField.AMOUNT, amount);
        }
        Optional<String> reason = values.text("reason");
        if (reason.isPresent()) {
            after.put(DealField.REASON_CLOSED, reason);
        }
        sink.needs("deal", deal.orElseThrow())
                .brings(new DealEdit(deal.orElseThrow(), at.orElseThrow(), Map.of(), after));
    }
}
