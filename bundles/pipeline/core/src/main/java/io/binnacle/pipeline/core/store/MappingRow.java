package io.binnacle.pipeline.core.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;

/**
 * A mapping as it is kept. Its id follows from its name, so a name has one history, removals included.
 *
 * @param text in YAML
 */
public record MappingRow(UUID id, String name, String text, boolean deleted, long version) {

    private static final UUID NAMES = UUID.fromString("5d1f5f0c-9a1e-4c39-9a0a-7f6c2f7f3f52");

    /** The mappings. */
    public static final TypedTable<MappingRow> TABLE = new TypedTable<>(
            "pipeline.import_mapping",
            List.of(
                    new Column<>("id", MappingRow::id),
                    new Column<>("version", MappingRow::version),
                    new Column<>("name", MappingRow::name),
                    new Column<>("text", MappingRow::text),
                    new Column<>("deleted", MappingRow::deleted)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new MappingRow(
                        cells.id("id"),
                        cells.text("name"),
                        cells.text("text"),
                        row.getBoolean("deleted"),
                        cells.number("version"));
            });

    /** One that is to be kept. */
    public static MappingRow of(String name, String text) {
        return new MappingRow(id(name), name, text, false, 0);
    }

    /** The id that goes with a name. */
    public static UUID id(String name) {
        return UuidCreator.getNameBasedSha1(NAMES, name);
    }
}
