package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.imports.ImportFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The formats there are at the moment; plugins bring some and take them away again. */
@Component(service = ImportFormats.class)
public final class ImportFormats {

    private final List<ImportFormat> formats = new CopyOnWriteArrayList<>();

    @Activate
    public ImportFormats() {}

    ImportFormats(List<ImportFormat> formats) {
        this.formats.addAll(formats);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ImportFormat format) {
        formats.add(format);
    }

    void unbind(ImportFormat format) {
        formats.remove(format);
    }

    /** All of them. */
    public List<ImportFormat> all() {
        return List.copyOf(formats);
    }
}
