package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.MALFORMED_REQUEST;

import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.imports.ImportFormats;
import io.binnacle.pipeline.core.imports.ImportReport;
import io.binnacle.pipeline.core.imports.Importer;
import io.binnacle.pipeline.core.imports.Uploads;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.mapping.KeptMappings;
import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports over HTTP: what the files are is told at once, their rows are read behind the request. */
@Component
public final class ImportRoutes implements RouteModule {

    /** What imports are among the operations. */
    static final String KIND = "pipeline.import";

    private final Importer importer;
    private final ImportFormats formats;
    private final KeptMappings mappings;
    private final Operations operations;
    private final PipelineSettings settings;

    @Activate
    public ImportRoutes(
            @Reference Importer importer,
            @Reference ImportFormats formats,
            @Reference KeptMappings mappings,
            @Reference Operations operations,
            @Reference PipelineSettings settings) {
        this.importer = importer;
        this.formats = formats;
        this.mappings = mappings;
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
        Choices choices = FileChoices.of(ctx);
        Principal by = Caller.of(ctx);
        Uploads uploads = new Uploads();
        try {
            List<ImportFile> files = files(ctx, uploads, choices);
            Operation operation = operations.start(KIND, by, progress -> run(uploads, files, order, by, progress));
            Accepted.answer(ctx, operation);
        } catch (RuntimeException e) {
            uploads.close();
            throw e;
        }
    }

    private ImportReport run(
            Uploads uploads, List<ImportFile> files, Importer.Order order, Principal by, Progress progress) {
        try (uploads) {
            return importer.run(files, uploads.workFolder(), order, by, progress);
        }
    }

    private List<ImportFile> files(Context ctx, Uploads uploads, Choices choices) {
        ctx.uploadedFiles("files").forEach(file -> add(file, uploads));
        if (uploads.files().isEmpty()) {
            throw MALFORMED_REQUEST.because(
                    "send the files as multipart/form-data, each as a part with the name 'files'");
        }
        List<ImportFormat> known = Stream.concat(mappings.formats().stream(), formats.all().stream())
                .toList();
        return uploads.files().stream()
                .map(file -> ImportFile.open(file.name(), file.path(), known, choices))
                .toList();
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

    private static void add(UploadedFile file, Uploads uploads) {
        try (InputStream content = file.content()) {
            uploads.add(file.filename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
