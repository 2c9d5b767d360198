package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets an administrator have the whole journal checked. */
@Component
public final class JournalRoutes implements RouteModule {

    private final Journal journal;
    private final Operations operations;

    @Activate
    public JournalRoutes(@Reference Journal journal, @Reference Operations operations) {
        this.journal = journal;
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/journal:verify", this::verify, Role.ADMIN);
    }

    private void verify(Context ctx) {
        Operation operation = operations.start("journal.verify", Caller.of(ctx), journal::verify);
        Accepted.answer(ctx, operation);
    }
}
