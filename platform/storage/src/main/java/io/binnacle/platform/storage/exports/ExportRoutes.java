package io.binnacle.platform.storage.exports;

import static io.binnacle.platform.api.error.PlatformError.MALFORMED_REQUEST;

import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports and restores over HTTP. */
@Component
public final class ExportRoutes implements RouteModule {

    private final Exports exports;
    private final Restore restore;
    private final Operations operations;

    @Activate
    public ExportRoutes(@Reference Exports exports, @Reference Restore restore, @Reference Operations operations) {
        this.exports = exports;
        this.restore = restore;
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/exports", this::export, Role.ADMIN);
        routes.get("/api/v1/exports/{id}/file", this::file, Role.ADMIN);
        routes.post("/api/v1/exports:restore", this::restore, Role.ADMIN);
    }

    private void export(Context ctx) {
        AsOf cut = Parameters.asOf(ctx);
        start(ctx, "export", progress -> exports.make(cut, progress));
    }

    private void file(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        Path file = exports.file(id);
        try {
            ctx.contentType("application/zip");
            ctx.header("Content-Disposition", "attachment; filename=\"binnacle-" + id + ".zip\"");
            ctx.header("Content-Length", Long.toString(Files.size(file)));
            ctx.result(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(Context ctx) {
        boolean dryRun = Parameters.flag(ctx, "dryRun");
        Path file = upload(ctx);
        try {
            start(ctx, "restore", progress -> {
                try {
                    return restore.run(file, dryRun, progress);
                } finally {
                    Files.deleteIfExists(file);
                }
            });
        } catch (RuntimeException e) {
            exports.remove(file);
            throw e;
        }
    }

    private void start(Context ctx, String kind, Operations.Task task) {
        Operation operation = operations.start(kind, Caller.of(ctx), task);
        Accepted.answer(ctx, operation);
    }

    /** The upload itself goes when the request ends. */
    private Path upload(Context ctx) {
        List<UploadedFile> files = ctx.uploadedFiles("archive");
        if (files.size() != 1) {
            throw MALFORMED_REQUEST.because(
                    "send one file as multipart/form-data, as a part with the name 'archive', not %d", files.size());
        }
        Path file = exports.arriving();
        try (InputStream content = files.get(0).content()) {
            Files.copy(content, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
