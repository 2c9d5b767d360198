package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of one field in a history of fields, where all values are texts. */
record EditedValue(Values values, DealField field) {

    // Histories have a second row with names for each change of an owner or an account; the one with ids counts.
    boolean isTold() {
        return field.type() != ExternalRef.class
                || Stream.of("before", "after").allMatch(column -> values.row()
                        .text(column)
                        .map(text -> text.matches(values.mapping().ids().orElse(".*")))
                        .orElse(true));
    }

    Optional<?> of(String column) {
        return switch (field) {
            case NAME, STAGE, NEXT_STEP, REASON_CLOSED -> values.row().text(column);
            case ACCOUNT -> values.ref(column, "account");
            case OWNER -> values.ref(column, "owner");
            case AMOUNT -> number(column);
            case PROBABILITY ->
                number(column).map(percent -> percent.movePointLeft(2).stripTrailingZeros());
            case CLOSE_DATE ->
                values.row()
                        .parsed(
                                column,
                                "IMPOSSIBLE_DATE",
                                "there is no such date; write it like 2026-11-02",
                                text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
            case CATEGORY -> constant(column, "category", ForecastCategory.class);
            case STATUS -> constant(column, "status", OpportunityStatus.class);
        };
    }

    /** Brings those whom nobody else describes. */
    void bring(ImportSink sink, Optional<?>... told) {
        for (Optional<?> value : told) {
            value.filter(ExternalRef.class::isInstance)
                    .map(ExternalRef.class::cast)
                    .ifPresent(ref -> bring(sink, ref));
        }
    }

    private void bring(ImportSink sink, ExternalRef ref) {
        if (field == DealField.OWNER) {
            sink.bringsIfUnknown(People.seller(ref, Optional.empty()));
        } else {
            sink.bringsIfUnknown(
                    new AccountRecord(ref, ref.id(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    private Optional<BigDecimal> number(String column) {
        return values.row()
                .parsed(column, "NOT_A_NUMBER", "write digits and a decimal point, such as 1234.56", BigDecimal::new);
    }

    private <E extends Enum<E>> Optional<E> constant(String column, String translation, Class<E> type) {
        Map<String, String> translations = values.mapping().values().getOrDefault(translation, Map.of());
        return values.row()
                .parsed(
                        column,
                        "UNKNOWN_" + translation.toUpperCase(Locale.ROOT),
                        "this stands for none of ours",
                        text -> Enum.valueOf(type, translations.getOrDefault(text.toLowerCase(Locale.ROOT), text)));
    }
}
