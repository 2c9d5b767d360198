package io.binnacle.forecasting.core.batch;

import static io.binnacle.platform.api.error.PlatformError.MALFORMED_REQUEST;

import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of series that a caller sent, on the disk until it has been read. */
record SeriesUpload(BatchFolder folder, Path file) {

    /** What is done with the series. */
    @FunctionalInterface
    interface Work<T> {
        T on(SeriesFile series, Runnable each) throws IOException, InterruptedException;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException MALFORMED_REQUEST without just one part "file" */
    static SeriesUpload of(Context ctx, BatchFolder folder) {
        List<UploadedFile> files = ctx.uploadedFiles("file");
        if (files.size() != 1) {
            throw MALFORMED_REQUEST.because(
                    "send the series as multipart/form-data, as one part with the name 'file', not %d", files.size());
        }
        try (InputStream content = files.get(0).content()) {
            return new SeriesUpload(folder, folder.arrived(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the work on the series and tells the caller; without it the file goes. */
    void accept(Context ctx, Operations operations, String kind, Operations.Task work) {
        try {
            Accepted.answer(ctx, operations.start(kind, Caller.of(ctx), work));
        } catch (RuntimeException e) {
            folder.remove(file);
            throw e;
        }
    }

    /**
     * Reads the series, telling how far it is after each, and removes the file whatever happens.
     *
     * @param labels columns that say the same in every row of a series
     */
    <T> T read(Progress progress, List<String> labels, Work<T> work) throws IOException, InterruptedException {
        try (InputStream bytes = Files.newInputStream(file)) {
            InputText text = new InputText(bytes, Files.size(file));
            try (SeriesFile series = new SeriesFile(text.reader(), labels)) {
                // What is read ahead is not done yet.
                return work.on(series, () -> progress.report(Math.min(text.percent(), 99), "series by series"));
            }
        } finally {
            folder.remove(file);
        }
    }
}
