package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.DATE;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TIME;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a deal stood since one moment: stage, amount, close date, category and chance, but not its owner. */
final class DealMomentReader {

    static final List<Field> FIELDS = List.of(
            Field.required("deal", TEXT),
            Field.required("at", TIME),
            Field.required("stage", TEXT),
            Field.optional("amount", NUMBER),
            Field.optional("closeDate", DATE),
            Field.optional("category", TEXT),
            Field.optional("percent", NUMBER),
            Field.optional("chance", NUMBER));

    private DealMomentReader() {}

    static void read(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> deal = values.requiredRef("deal", "deal");
        Optional<Instant> at = Moment.past(values, "at", context);
        if (at.isEmpty()) {
            values.required("at");
        }
        Map<DealField, Optional<?>> after = new EnumMap<>(DealField.class);
        after.put(DealField.STAGE, values.required("stage"));
        tell(values, "amount", DealField.AMOUNT, values.row().amount("amount"), after);
        tell(values, "closeDate", DealField.CLOSE_DATE, values.row().date("closeDate"), after);
        tell(
                values,
                "category",
                DealField.CATEGORY,
                values.constant("category", ForecastCategory.class, "UNKNOWN_CATEGORY"),
                after);
        Optional<?> chance = Chances.of(values);
        if (chance.isPresent()) {
            after.put(DealField.PROBABILITY, chance);
        }
        if (values.row().isGood()) {
            sink.needs("deal", deal.orElseThrow())
                    .brings(new DealEdit(deal.orElseThrow(), at.orElseThrow(), Map.of(), after));
        }
    }

    private static void tell(
            Values values, String field, DealField told, Optional<?> value, Map<DealField, Optional<?>> after) {
        if (values.has(field) && (value.isPresent() || told != DealField.CATEGORY)) {
            after.put(told, value);
        }
    }
}
