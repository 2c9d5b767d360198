package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TIME;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what one field of a deal held before a moment, and since. A field that is not ours says nothing; one that a
 * mapping translates to {@code CREATED} says that the history begins with the deal.
 */
final class DealEditReader {

    static final List<Field> FIELDS = List.of(
            Field.required("deal", TEXT),
            Field.required("at", TIME),
            Field.required("field", TEXT),
            Field.required("before", TEXT),
            Field.required("after", TEXT),
            // Never columns of their own: how a mapping translates their values.
            Field.optional("status", TEXT),
            Field.optional("category", TEXT));

    private static final String CREATED = "CREATED";

    private DealEditReader() {}

    static void read(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> deal = values.requiredRef("deal", "deal");
        Optional<Instant> at = Moment.past(values, "at", context);
        if (at.isEmpty()) {
            values.required("at");
        }
        Optional<String> told = values.required("field");
        Optional<DealField> field = values.maybe("field", DealField.class);
        if (field.isPresent()) {
            EditedValue edited = new EditedValue(values, field.get());
            Optional<?> before = edited.of("before");
            Optional<?> after = edited.of("after");
            if (values.row().isGood() && edited.isTold()) {
                edited.bring(sink, before, after);
                sink.brings(new DealEdit(
                        deal.orElseThrow(), at.orElseThrow(), Map.of(field.get(), before), Map.of(field.get(), after)));
            }
        }
        if (told.filter(CREATED::equals).isPresent() && values.row().isGood()) {
            sink.brings(new DealEdit(deal.orElseThrow(), at.orElseThrow(), Map.of(), Map.of()));
        }
        deal.ifPresent(ref -> sink.needs("deal", ref));
    }
}
