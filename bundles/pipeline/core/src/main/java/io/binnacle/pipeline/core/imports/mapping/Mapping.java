package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.core.imports.file.Choices;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the columns of a file become fields of records.
 *
 * @param system where the files come from
 * @param record what a row is
 * @param types the other system's names for its kinds of record, by ours: deal, account, owner, product
 * @param columns where each field stands
 * @param optional the fields whose columns a file may lack
 * @param values what a text stands for, by field; {@code *} is any other text
 * @param defaults what a field holds when its column is empty or not there
 * @param ids what an id looks like where ids and names are mixed
 * @param choices how files of this kind are written
 */
record Mapping(
        String name,
        String system,
        RecordKind record,
        Map<String, String> types,
        Map<String, Source> columns,
        List<String> optional,
        Map<String, Map<String, String>> values,
        Map<String, String> defaults,
        Optional<String> ids,
        Choices choices) {

    /**
     * Where a field stands.
     *
     * @param headers what its column may be called
     * @param joined whether it is all of these columns together, and not the one of them that is there
     */
    record Source(List<String> headers, boolean joined) {}

    String type(String ours) {
        return types.getOrDefault(ours, ours);
    }
}
