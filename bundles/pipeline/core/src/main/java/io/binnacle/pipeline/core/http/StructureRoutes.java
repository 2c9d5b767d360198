package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.api.PipelineError.ACCOUNT_NOT_FOUND;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.Hierarchy;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What deals hang on, over HTTP: accounts, the sales hierarchy and products. */
@Component
public final class StructureRoutes implements RouteModule {

    private final Accounts accounts;
    private final Hierarchy hierarchy;
    private final Database database;

    @Activate
    public StructureRoutes(
            @Reference Accounts accounts,
            @Reference Hierarchy hierarchy,
            @Reference Database database,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(accounts, hierarchy, database);
    }

    public StructureRoutes(Accounts accounts, Hierarchy hierarchy, Database database) {
        this.accounts = accounts;
        this.hierarchy = hierarchy;
        this.database = database;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/pipeline/accounts", ctx -> ctx.json(accounts.all()), Role.VIEWER);
        routes.get("/api/v1/pipeline/accounts/{id}", this::account, Role.VIEWER);
        routes.get("/api/v1/pipeline/hierarchy", ctx -> ctx.json(hierarchy.all()), Role.VIEWER);
        routes.get("/api/v1/pipeline/products", this::products, Role.VIEWER);
    }

    private void account(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        Account account = accounts.find(id)
                .orElseThrow(() -> ACCOUNT_NOT_FOUND.because("there is no account with the id %s", id));
        ETag.set(ctx, account.version());
        ctx.json(account);
    }

    private void products(Context ctx) {
        ctx.json(database.read(handle -> Tables.PRODUCTS.all(handle, "t.name, t.id")));
    }
}
