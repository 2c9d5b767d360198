package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.formats.MavenAccounts;
import io.binnacle.pipeline.core.imports.formats.MavenProducts;
import io.binnacle.pipeline.core.imports.formats.MavenSalesPipeline;
import io.binnacle.pipeline.core.imports.formats.MavenSalesTeams;
import io.binnacle.pipeline.core.imports.mapping.ShippedMappings;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports as the platform does them, with the formats that it ships. */
public final class Imports {

    static final List<ImportFormat> FORMATS = formats();

    private final Importer importer;
    private final List<ImportFormat> known = new ArrayList<>(FORMATS);

    public Imports(TestDatabase db) {
        this(db, List.of());
    }

    /** With more formats than are shipped. */
    Imports(TestDatabase db, List<ImportFormat> more) {
        known.addAll(more);
        importer = new Importer(
                db.database(),
                new JournaledLoader(db.database(), db.journal(), db.clock()),
                db.clock(),
                Given.SETTINGS);
    }

    /** A file that was sent. */
    public static ImportFile file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ImportFile file(String name, byte[] bytes) {
        return file(name, bytes, Choices.NONE);
    }

    static ImportFile file(String name, byte[] bytes, Choices choices) {
        return ImportFile.open(name, sent(name, bytes), FORMATS, choices);
    }

    /** A file among other formats. */
    static ImportFile file(String name, String text, List<ImportFormat> formats) {
        return ImportFile.open(name, sent(name, text.getBytes(StandardCharsets.UTF_8)), formats, Choices.NONE);
    }

    private static Path sent(String name, byte[] bytes) {
        return new Uploads()
                .add(name, new ByteArrayInputStream(bytes))
                .files()
                .get(0)
                .path();
    }

    ImportFile open(Path path, Choices choices) {
        return ImportFile.open(path.getFileName().toString(), path, known, choices);
    }

    /** Brings files in; rows with errors are left out. */
    public ImportReport run(boolean dryRun, ImportFile... files) {
        return run(List.of(files), new Importer.Order(dryRun, "USD", false));
    }

    ImportReport run(List<ImportFile> files, Importer.Order order) {
        try (Uploads uploads = new Uploads()) {
            return importer.run(files, uploads.workFolder(), order, Given.SELLER, Progress.NONE);
        }
    }

    private static List<ImportFormat> formats() {
        List<ImportFormat> formats = new ArrayList<>(ShippedMappings.formats());
        formats.addAll(
                List.of(new MavenAccounts(), new MavenProducts(), new MavenSalesTeams(), new MavenSalesPipeline()));
        return formats;
    }
}
