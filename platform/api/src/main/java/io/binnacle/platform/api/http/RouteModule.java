package io.binnacle.platform.api.http;

import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The HTTP routes of one bundle. Register it as a service and the routes appear; when the service goes, the
 * requests inside finish and the routes are gone.
 *
 * <p>{@link #routes} is called once for every routing table the gateway builds, on any thread, so it only
 * declares. Every route names a {@link io.binnacle.platform.api.security.Role}; a module with a route that
 * has none, or that another module already serves, is refused as a whole and the reason stands in the log
 * and in {@code /readyz}. Routes are described in {@code openapi.json} at the root of the bundle.
 *
 * <p>Every implementation must pass {@code RouteModuleContract} from the test kit.
 */
@ConsumerType
public interface RouteModule {

    /** Declares the routes, each by its full path such as {@code /api/v1/pipeline/opportunities}. */
    void routes(JavalinDefaultRoutingApi routes);
}
