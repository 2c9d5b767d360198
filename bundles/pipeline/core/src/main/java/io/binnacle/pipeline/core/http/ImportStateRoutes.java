package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;

import io.binnacle.pipeline.core.Cursor;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The imports of the last 30 days over HTTP: how far each is, and its report once it has ended. */
@Component
public final class ImportStateRoutes implements RouteModule {

    private final Operations operations;

    @Activate
    public ImportStateRoutes(@Reference Operations operations) {
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/imports", this::list, Role.VIEWER);
        routes.get("/api/v1/imports/{id}", this::find, Role.VIEWER);
    }

    private void list(Context ctx) {
        Paging paging = Paging.of(ctx);
        int limit = paging.limit();
        List<Operation> found =
                operations.newest(ImportRoutes.KIND, paging.cursor().map(Cursor::read), limit + 1);
        Paging.answer(ctx, Page.first(found, limit, last -> Cursor.behind(last.id())));
    }

    private void find(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        ctx.json(operations
                .find(id)
                .filter(operation -> operation.kind().equals(ImportRoutes.KIND))
                .orElseThrow(() ->
                        ENTITY_NOT_FOUND.because("there is no import %s; those of the last 30 days are kept", id)));
    }
}
