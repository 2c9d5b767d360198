package io.binnacle.platform.gateway;

import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Stands before a route's handler: checks the caller and the media type, and takes the module's lease. */
final class Guard implements Handler {

    private final ModuleRoutes module;
    private final Role role;
    private final Admission admission;
    private final MediaTypes reads;
    private final Handler handler;

    Guard(ModuleRoutes module, Role role, Admission admission, MediaTypes reads, Handler handler) {
        this.module = module;
        this.role = role;
        this.admission = admission;
        this.reads = reads;
        this.handler = handler;
    }

    @Override
    public void handle(Context ctx) throws Exception {
        admit(ctx);
        handler.handle(ctx);
    }

    /** Lets the request in once, however many handlers of the module it passes. */
    void admit(Context ctx) {
        Lease lease = module.lease();
        if (ctx.req().getAttribute(Lease.KEY) == lease) {
            return;
        }
        admission.check(ctx, role);
        reads.check(ctx.req());
        if (!lease.enter()) {
            throw new Departed();
        }
        ctx.req().setAttribute(Lease.KEY, lease);
    }

    ModuleRoutes module() {
        return module;
    }

    Role role() {
        return role;
    }
}
