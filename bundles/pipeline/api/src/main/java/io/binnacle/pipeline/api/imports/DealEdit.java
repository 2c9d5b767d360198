package io.binnacle.pipeline.api.imports;

import io.binnacle.pipeline.api.ExternalRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a source tells of one moment in the past of a deal.
 *
 * @param before what fields held until then, as far as it is told; an empty value is none
 * @param after what fields hold since then
 */
public record DealEdit(
        ExternalRef deal, Instant at, Map<DealField, Optional<?>> before, Map<DealField, Optional<?>> after) {

    public DealEdit {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        before.forEach(DealEdit::check);
        after.forEach(DealEdit::check);
    }

    private static void check(DealField field, Optional<?> value) {
        value.filter(found -> !field.type().isInstance(found)).ifPresent(found -> {
            throw new IllegalArgumentException(
                    field + " is a " + field.type().getSimpleName() + ", not a " + found.getClass());
        });
    }
}
