package io.binnacle.forecasting.onnx;

import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.PRECONDITION_REQUIRED;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nets over HTTP. */
@Component
public final class OnnxRoutes implements RouteModule {

    private static final String ALL = "/api/v1/forecasting/onnx";
    private static final String ONE = ALL + "/{id}";
    private static final String OWN = "io.binnacle.forecasting.onnx";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private final NetTable table;
    private final OfferedNets offered;
    private final Forecasts forecasts;

    @Activate
    public OnnxRoutes(
            @Reference Database database,
            @Reference OfferedNets offered,
            @Reference Forecasts forecasts,
            @Reference(target = "(schema=plugin_io_binnacle_forecasting_onnx)") SchemaReady schema) {
        this(database, offered, forecasts);
    }

    OnnxRoutes(Database database, OfferedNets offered, Forecasts forecasts) {
        this.table = new NetTable(database);
        this.offered = offered;
        this.forecasts = forecasts;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, ctx -> ctx.json(Map.of("nets", table.all())), Role.VIEWER);
        routes.get(
                ONE, ctx -> answer(ctx, table.find(id(ctx)).orElseThrow(() -> NetTable.missing(id(ctx)))), Role.VIEWER);
        routes.put(ONE, this::put, Role.ADMIN);
        routes.delete(ONE, this::delete, Role.ADMIN);
    }

    private void put(Context ctx) {
        String id = id(ctx);
        requireFree(id);
        NetUpload upload = NetUpload.of(ctx);
        long expected = expected(ctx, id);
        NetLoader.open(upload.file(), upload.descriptor()).close();
        StoredNet kept = table.put(id, expected, upload.descriptor(), upload.file(), Caller.of(ctx));
        offered.refresh();
        ctx.status(expected == 0 ? HttpStatus.CREATED : HttpStatus.OK);
        answer(ctx, kept);
    }

    private void delete(Context ctx) {
        table.delete(id(ctx), ETag.ifMatch(ctx));
        offered.refresh();
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void requireFree(String id) {
        if (!ID.matcher(id).matches()) {
            throw INVALID_CONTENT
                    .because(
                            "an id has up to 60 lower case letters, digits and dashes, a letter first, unlike '%s'", id)
                    .at("/id");
        }
        boolean taken = forecasts.models().stream()
                .anyMatch(model -> model.id().equals(id) && !model.bundle().equals(OWN));
        if (taken) {
            throw CONFLICT.because("%s is a model that is installed; give the net another id", id)
                    .at("/id");
        }
    }

    private long expected(Context ctx, String id) {
        if (ctx.header("If-Match") != null) {
            return ETag.ifMatch(ctx);
        }
        if (table.find(id).isPresent()) {
            throw PRECONDITION_REQUIRED.because("there is a net %s; send If-Match with its ETag to replace it", id);
        }
        return 0;
    }

    private static String id(Context ctx) {
        return ctx.pathParam("id");
    }

    private static void answer(Context ctx, StoredNet net) {
        ETag.set(ctx, net.version());
        ctx.json(net);
    }
}
