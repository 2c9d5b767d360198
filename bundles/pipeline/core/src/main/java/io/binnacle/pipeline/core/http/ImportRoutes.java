package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.MALFORMED_REQUEST;

import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.imports.ImportFile;
import io.binnacle.pipeline.core.imports.Importer;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports over HTTP: what the files are is told at once, their rows are read behind the request. */
@Component
public final class ImportRoutes implements RouteModule {

    private final Importer importer;
    private final Operations operations;
    private final PipelineSettings settings;

    @Activate
    public ImportRoutes(
            @Reference Importer importer, @Reference Operations operations, @Reference PipelineSettings settings) {
        this.importer = importer;
        this.operations = operations;
        this.settings = settings;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/imports", this::start, Role.MANAGER);
    }

    private void start(Context ctx) {
        Importer.Order order = new Importer.Order(
                Parameters.flag(ctx, "dryRun"), Texts.currency(ctx).orElse(settings.currency()), refuses(ctx));
        List<ImportFile> files = files(ctx);
        Principal by = Caller.of(ctx);
        Operation operation =
                operations.start("pipeline.import", by, progress -> importer.run(files, order, by, progress));
        ctx.status(202).header("Location", "/api/v1/operations/" + operation.id());
        ctx.json(operation);
    }

    private static boolean refuses(Context ctx) {
        String onError = Parameters.text(ctx, "onError").orElse("skip");
        if (!onError.equals("skip") && !onError.equals("refuse")) {
            throw INVALID_PARAMETER
                    .because("onError must be skip or refuse, not '%s'", onError)
                    .at("/onError");
        }
        return onError.equals("refuse");
    }

    private static List<ImportFile> files(Context ctx) {
        List<ImportFile> files = ctx.uploadedFiles("files").stream()
                .map(file -> ImportFile.open(file.filename(), bytes(file)))
                .toList();
        if (files.isEmpty()) {
            throw MALFORMED_REQUEST.because(
                    "send the files as multipart/form-data, each as a part with the name 'files'");
        }
        return files;
    }

    private static byte[] bytes(UploadedFile file) {
        try (InputStream content = file.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
