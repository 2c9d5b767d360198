package io.binnacle.pipeline.core.imports.file;

import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_FILE;

import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the columns of a format stand in a file.
 *
 * @param line the line of the header
 * @param names the header
 * @param places the index of each column that the format reads and the file has, by the format's name for it
 * @param columns those columns
 * @param others the index of each column that the format does not read, by its header
 */
public record Layout(
        long line,
        List<String> names,
        Map<String, Integer> places,
        List<ImportColumn> columns,
        Map<String, Integer> others) {

    static Layout of(String file, CsvFile.Line header, ImportFormat format) {
        List<String> names = header.fields().stream().map(String::strip).toList();
        Map<String, Integer> indexes = indexes(file, names);
        Map<String, Integer> others = new LinkedHashMap<>();
        names.forEach(name -> others.put(name, indexes.get(name.toLowerCase(Locale.ROOT))));
        Map<String, Integer> places = new HashMap<>();
        List<ImportColumn> columns = new ArrayList<>();
        for (ImportColumn column : format.columns()) {
            Integer place = place(column, indexes);
            if (place != null) {
                places.put(column.name(), place);
                columns.add(column);
            }
            // A second name of what is read already tells nothing more.
            column.headers().forEach(name -> others.keySet().removeIf(name::equalsIgnoreCase));
        }
        return new Layout(header.number(), names, places, columns, others);
    }

    /** What the header calls a column of the format. */
    public String header(String column) {
        Integer place = places.get(column);
        return place == null ? column : names.get(place);
    }

    static boolean has(ImportColumn column, List<String> header) {
        return header.stream().anyMatch(name -> column.headers().stream().anyMatch(name::equalsIgnoreCase));
    }

    private static Integer place(ImportColumn column, Map<String, Integer> indexes) {
        for (String header : column.headers()) {
            Integer index = indexes.get(header.toLowerCase(Locale.ROOT));
            if (index != null) {
                return index;
            }
        }
        return null;
    }

    private static Map<String, Integer> indexes(String file, List<String> names) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (indexes.put(names.get(i).toLowerCase(Locale.ROOT), i) != null) {
                throw UNKNOWN_FILE.because("%s has the column '%s' twice; rename or remove one", file, names.get(i));
            }
        }
        return indexes;
    }
}
