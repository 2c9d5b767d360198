package io.binnacle.pipeline.core.exports;

import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes accounts and deals as they were in the tables of another system. */
@Component(service = CrmExport.class)
public final class CrmExport {

    /** What it can write. */
    public static final List<String> SHAPES = List.of("salesforce", "dynamics");

    private final Database database;
    private final Journal journal;
    private final Opportunities opportunities;
    private final Map<String, CrmShape> shapes;

    @Activate
    public CrmExport(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Opportunities opportunities,
            @Reference PipelineSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady ready) {
        this(database, journal, opportunities, settings.zone());
    }

    public CrmExport(Database database, Journal journal, Opportunities opportunities, ZoneId zone) {
        this.database = database;
        this.journal = journal;
        this.opportunities = opportunities;
        this.shapes = Stream.<CrmShape>of(new SalesforceShape(zone), new DynamicsShape(zone))
                .collect(Collectors.toMap(CrmShape::name, Function.identity()));
    }

    /** A zip of tables as CSV, whole before its first byte is read; close it. */
    public InputStream open(String shape, AsOf asOf) {
        try {
            Path file = Files.createTempFile("binnacle-" + shape, ".zip");
            write(shapes.get(shape), asOf, file);
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(CrmShape shape, AsOf asOf, Path file) throws IOException {
        boolean whole = false;
        try (CsvZip zip = new CsvZip(new BufferedOutputStream(Files.newOutputStream(file)))) {
            database.read(handle -> {
                shape.write(new Book(handle, journal, opportunities, asOf), zip);
                return shape;
            });
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
