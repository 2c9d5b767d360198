package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.ChoosingFormat;
import io.binnacle.pipeline.core.imports.mapping.Mapping.Source;
import java.util.ArrayList;
import java.util.List;

/** A format that is told by a mapping. */
public final class MappedFormat implements ChoosingFormat {

    private final Mapping mapping;
    private final List<ImportColumn> columns;

    MappedFormat(Mapping mapping) {
        this.mapping = mapping;
        this.columns = columns(mapping);
    }

    @Override
    public Choices choices() {
        return mapping.choices();
    }

    @Override
    public String name() {
        return mapping.name();
    }

    @Override
    public String system() {
        return mapping.system();
    }

    @Override
    public List<ImportColumn> columns() {
        return columns;
    }

    @Override
    public List<String> dealColumns() {
        return mapping.record()
                .dealField()
                .map(field -> Values.columns(field, mapping.columns().get(field)))
                .orElse(List.of());
    }

    @Override
    public boolean keepsOthers() {
        return mapping.record() == RecordKind.DEAL;
    }

    @Override
    public void read(ImportRow row, ImportContext context, ImportSink sink) {
        mapping.record().reader().read(new Values(row, mapping), context, sink);
    }

    private static List<ImportColumn> columns(Mapping mapping) {
        List<ImportColumn> columns = new ArrayList<>();
        for (Field field : mapping.record().fields()) {
            Source source = mapping.columns().get(field.name());
            if (source != null) {
                boolean needed = !mapping.optional().contains(field.name());
                List<String> names = Values.columns(field.name(), source);
                for (int i = 0; i < names.size(); i++) {
                    List<String> headers =
                            source.joined() ? List.of(source.headers().get(i)) : source.headers();
                    columns.add(new ImportColumn(names.get(i), headers, field.kind(), needed));
                }
            }
        }
        return List.copyOf(columns);
    }
}
