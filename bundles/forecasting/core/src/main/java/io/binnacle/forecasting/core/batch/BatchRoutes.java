package io.binnacle.forecasting.core.batch;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.core.Levels;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forecasts of many series at once over HTTP: a file goes in, an operation tells how far it is, a file comes out. */
@Component
public final class BatchRoutes implements RouteModule {

    /** What a batch brought. */
    record Result(String forecasts, BatchRun.Summary summary) {}

    private final Forecasts forecasts;
    private final Operations operations;
    private final BatchFolder folder;

    @Activate
    public BatchRoutes(
            @Reference Forecasts forecasts, @Reference Operations operations, @Reference BatchFolder folder) {
        this.forecasts = forecasts;
        this.operations = operations;
        this.folder = folder;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/forecasting/batches", this::start, Role.SELLER);
        routes.get("/api/v1/forecasting/batches/{id}/forecasts", this::file, Role.VIEWER);
    }

    private void start(Context ctx) {
        BatchOrder order = order(ctx);
        order.model().ifPresent(InstalledIds.of(forecasts)::require);
        SeriesUpload upload = SeriesUpload.of(ctx, folder);
        upload.accept(ctx, operations, "forecasting.batch", progress -> run(upload, order, progress));
    }

    private void file(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        Path file = folder.find(id)
                .orElseThrow(() -> ENTITY_NOT_FOUND.because(
                        "there are no forecasts %s; they are kept for %d days", id, BatchFolder.KEPT.toDays()));
        try {
            ctx.contentType("text/csv; charset=utf-8");
            ctx.header("Content-Disposition", "attachment; filename=\"forecasts-" + id + ".csv\"");
            ctx.header("Content-Length", Long.toString(Files.size(file)));
            ctx.result(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run(SeriesUpload upload, BatchOrder order, Progress progress)
            throws IOException, InterruptedException {
        Path unfinished = folder.part();
        try {
            BatchRun.Summary summary = upload.read(progress, List.of(), (series, each) -> {
                try (Writer rows = Files.newBufferedWriter(unfinished)) {
                    return new BatchRun(forecasts, Runtime.getRuntime().availableProcessors())
                            .run(series, order, rows, each);
                }
            });
            return new Result("/api/v1/forecasting/batches/" + folder.keep(unfinished) + "/forecasts", summary);
        } finally {
            folder.remove(unfinished);
        }
    }

    private static BatchOrder order(Context ctx) {
        int horizon = Numbers.between("horizon", Parameters.text(ctx, "horizon").orElse(""), 1, Outlook.FURTHEST);
        Levels levels = Parameters.text(ctx, "levels").map(Levels::parse).orElse(Levels.USUAL);
        return new BatchOrder(
                new Outlook(horizon, levels.fractions(), BatchOrder.SEED),
                Seasons.parse("season", Parameters.text(ctx, "season").orElse("auto")),
                Parameters.text(ctx, "model"));
    }
}
