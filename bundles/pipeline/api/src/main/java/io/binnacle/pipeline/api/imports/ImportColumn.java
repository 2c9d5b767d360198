package io.binnacle.pipeline.api.imports;

import java.util.List;

/**
 * A column that a format reads.
 *
 * @param name what the format calls it
 * @param headers what it may be called in the header of a file, in any case; at least one
 * @param kind what stands in it; decides how dates and amounts are recognised
 * @param needed whether a file without it is not of the format
 */
public record ImportColumn(String name, List<String> headers, Kind kind, boolean needed) {

    /** What stands in a column. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        TIME,
        FLAG
    }

    public ImportColumn {
        headers = List.copyOf(headers);
        if (headers.isEmpty()) {
            throw new IllegalArgumentException("the column " + name + " has no header");
        }
    }

    /** A column that is called alike in the format and in the file. */
    public static ImportColumn needed(String name, Kind kind) {
        return new ImportColumn(name, List.of(name), kind, true);
    }

    /** The same, for a column that a file may lack. */
    public static ImportColumn optional(String name, Kind kind) {
        return new ImportColumn(name, List.of(name), kind, false);
    }
}
