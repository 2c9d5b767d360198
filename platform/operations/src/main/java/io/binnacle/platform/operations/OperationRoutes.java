package io.binnacle.platform.operations;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far operations are. */
@Component
public final class OperationRoutes implements RouteModule {

    private final StoredOperations operations;

    @Activate
    public OperationRoutes(@Reference StoredOperations operations) {
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/operations", this::list, Role.VIEWER);
        routes.get("/api/v1/operations/{id}", this::find, Role.VIEWER);
        routes.post("/api/v1/operations/{id}:cancel", this::cancel, Role.MANAGER);
    }

    private void list(Context ctx) {
        Paging paging = Paging.of(ctx);
        int limit = paging.limit();
        List<Operation> found = operations.newest(paging.cursor().map(OperationRoutes::cursor), limit + 1);
        Paging.answer(ctx, Page.first(found, limit, last -> last.id().toString()));
    }

    private void find(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        ctx.json(operations.find(id).orElseThrow(() -> StoredOperations.unknown(id)));
    }

    private void cancel(Context ctx) {
        ctx.status(202).json(operations.cancel(Parameters.id(ctx, "id"), Caller.of(ctx)));
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER
                    .because("cursor must come from the page before, not '%s'", text)
                    .at("/cursor");
        }
    }
}
