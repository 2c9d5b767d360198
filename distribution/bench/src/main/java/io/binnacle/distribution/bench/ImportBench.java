package io.binnacle.distribution.bench;

import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.imports.ImportReport;
import io.binnacle.pipeline.core.imports.Importer;
import io.binnacle.pipeline.core.imports.Uploads;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.mapping.ShippedMappings;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.testkit.CrmFiles;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Imports a Salesforce export of opportunities with their stage history into an empty database, and the same
 * once more: time and heap, and how they grow.
 */
public final class ImportBench {

    private static final PipelineSettings SETTINGS =
            new PipelineSettings(new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC), "USD");
    private static final Principal BY = new Principal("bench", Role.ADMIN);

    private ImportBench() {}

    /** @param sizes how many deals; 10,000 and 100,000 when none are given */
    public static void main(String[] sizes) throws SQLException, IOException {
        for (String size : sizes.length == 0 ? new String[] {"10000", "100000"} : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int deals) throws SQLException, IOException {
        TestDatabase server = TestDatabase.withSchemas("pipeline");
        Path folder = Files.createTempDirectory("import-bench");
        try {
            server.start();
            List<Path> files = CrmFiles.salesforce(folder, deals);
            System.out.printf("%,d deals with %,d rows of history%n", deals, deals * CrmFiles.STEPS);
            run(server, files, "into an empty database");
            run(server, files, "the same once more");
        } finally {
            server.stop();
        }
    }

    private static void run(TestDatabase server, List<Path> files, String name) throws IOException {
        Importer importer = new Importer(
                server.database(),
                new JournaledLoader(server.database(), server.journal(), server.clock()),
                server.clock(),
                SETTINGS);
        List<ImportFormat> formats = ShippedMappings.formats();
        Heap heap = Heap.watched();
        long start = System.nanoTime();
        try (Uploads uploads = new Uploads()) {
            List<ImportFile> opened = files.stream()
                    .map(file -> ImportFile.open(file.getFileName().toString(), file, formats, Choices.NONE))
                    .toList();
            ImportReport report = importer.run(
                    opened, uploads.workFolder(), new Importer.Order(false, "USD", true), BY, Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "  %-24s %6.1f s, %,d events, at most %d MB of heap%n",
                    name, seconds, report.outcome().events(), heap.peakMegabytes());
        }
    }
}
