package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.core.imports.Spool.Spooled;
import io.binnacle.pipeline.core.imports.file.CsvFile.Line;
import io.binnacle.pipeline.core.imports.file.SurveyedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The rows of all files that tell of deals, in parts that hold all rows of their deals. While one part is
 * loaded, the next is read.
 */
final class DealParts implements AutoCloseable {

    private static final long PART = 2 << 20;
    private static final int MOST_PARTS = 1_000;

    private final List<SurveyedFile> files;
    private final Spool spool;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> new Thread(task, "import-reader"));
    private CompletableFuture<List<Contribution>> ahead;
    private int next;

    /** @param folder to keep parts in */
    DealParts(List<SurveyedFile> all, Path folder) {
        files = all.stream().filter(file -> file.file().ofDeals()).toList();
        spool = new Spool(folder, parts(files));
        try (spool) {
            for (int i = 0; i < files.size(); i++) {
                spool(i);
            }
        }
        ahead = readAhead();
    }

    int count() {
        return files.isEmpty() ? 0 : spool.parts();
    }

    /** What the rows of the next part bring. */
    List<Contribution> next() {
        List<Contribution> rows = ahead.join();
        ahead = readAhead();
        return rows;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    private CompletableFuture<List<Contribution>> readAhead() {
        int part = next++;
        return part < count()
                ? CompletableFuture.supplyAsync(() -> read(part), reader)
                : CompletableFuture.completedFuture(List.of());
    }

    private List<Contribution> read(int part) {
        List<Contribution> rows = new ArrayList<>();
        for (Spooled row : spool.read(part)) {
            SurveyedFile file = files.get(row.file());
            rows.add(Contribution.of(file, file.row(row.line())));
        }
        return rows;
    }

    private void spool(int index) {
        SurveyedFile file = files.get(index);
        List<Integer> places = file.file().format().dealColumns().stream()
                .map(column -> file.layout().places().get(column))
                .filter(Objects::nonNull)
                .toList();
        String system = file.file().format().system();
        file.forEachLine(line -> spool.add(key(system, places, line), index, line));
    }

    private static String key(String system, List<Integer> places, Line line) {
        StringBuilder key = new StringBuilder(system);
        for (int place : places) {
            key.append('\n')
                    .append(
                            place < line.fields().size()
                                    ? line.fields().get(place).strip()
                                    : "");
        }
        return key.toString();
    }

    private static int parts(List<SurveyedFile> files) {
        long bytes =
                files.stream().mapToLong(file -> size(file.file().csv().path())).sum();
        return (int) Math.min(MOST_PARTS, 1 + bytes / PART);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
