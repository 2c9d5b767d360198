package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.core.imports.file.CsvFile.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first value of each column. */
final class Samples {

    private static final int LONGEST = 60;

    private final List<String> names;
    private final Map<String, String> found = new LinkedHashMap<>();

    Samples(Layout layout) {
        names = layout.names();
    }

    void add(Line line) {
        if (found.size() < names.size()) {
            for (int i = 0; i < Math.min(names.size(), line.fields().size()); i++) {
                String value = line.fields().get(i).strip();
                if (!value.isEmpty()) {
                    found.putIfAbsent(
                            names.get(i), value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
                }
            }
        }
    }

    Map<String, String> found() {
        return found;
    }
}
