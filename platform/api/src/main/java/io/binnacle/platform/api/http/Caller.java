package io.binnacle.platform.api.http;

import static io.binnacle.platform.api.error.PlatformError.AUTHENTICATION_REQUIRED;

import io.binnacle.platform.api.security.Principal;
import io.javalin.http.Context;

/** Who makes a request. The gateway puts the caller there before a handler runs. */
public final class Caller {

    private static final String ATTRIBUTE = "io.binnacle.caller";

    private Caller() {}

    /**
     * The caller of this request.
     *
     * @throws io.binnacle.platform.api.error.PlatformException AUTHENTICATION_REQUIRED on a route for anyone
     */
    public static Principal of(Context ctx) {
        Principal caller = ctx.attribute(ATTRIBUTE);
        if (caller == null) {
            throw AUTHENTICATION_REQUIRED.because("this needs a caller; send a bearer token");
        }
        return caller;
    }

    /** For the gateway alone. */
    public static void set(Context ctx, Principal caller) {
        ctx.attribute(ATTRIBUTE, caller);
    }
}
