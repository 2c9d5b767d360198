package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.NOT_READY;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.util.AsyncExecutor;
import io.javalin.security.RouteRole;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import kotlin.Lazy;
import kotlin.LazyKt;

/** Builds tables: Javalins without a server, which share whatever is costly or has threads. */
final class TableFactory {

    private static final int IN_MEMORY = 64;

    private final Limits limits;
    private final Lazy<AsyncExecutor> executor;
    private final StrictJson json = new StrictJson();
    private final Failures failures = new Failures();
    private ServletConfig servletConfig;

    TableFactory(Limits limits, ExecutorService executor) {
        this.limits = limits;
        this.executor = LazyKt.lazyOf(new AsyncExecutor(executor));
    }

    void serveWith(ServletConfig config) {
        servletConfig = config;
    }

    RoutingTable table(Selection selection) {
        List<ModuleRoutes> modules = selection.chosen();
        RouteIndex index = new RouteIndex(modules);
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.unsafe.internalRouter = new TableRouter(config.unsafe, modules, index, failures);
            modules.forEach(module -> addSockets(module, config));
        });
        return new RoutingTable(servlet(javalin, modules), modules, selection.refused(), new OpenApi(modules));
    }

    /** What answers while the gateway shuts down. */
    RoutingTable closing() {
        return new RoutingTable(new Closing(), List.of(), List.of(), new OpenApi(List.of()));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = limits.bodyBytes();
        config.http.responseBufferSize = 32 * 1024;
        config.jetty.multipartConfig.cacheDirectory(limits.uploadFolder().toString());
        config.jetty.multipartConfig.maxFileSize(limits.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(limits.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY, SizeUnit.KB);
        config.concurrency.executor = executor;
        config.jsonMapper(json);
    }

    private static void addSockets(ModuleRoutes module, JavalinConfig config) {
        for (ModuleRoutes.SocketRoute socket : module.sockets()) {
            RouteRole[] roles = socket.roles().toArray(RouteRole[]::new);
            config.routes.addWsHandler(socket.type(), socket.path(), socket.config(), roles);
        }
    }

    /** Web sockets need Jetty's own servlet; without them the plain one is cheaper to make. */
    private Servlet servlet(Javalin javalin, List<ModuleRoutes> modules) {
        boolean sockets = modules.stream().anyMatch(module -> !module.sockets().isEmpty());
        Servlet servlet = sockets ? javalin.javalinServlet() : new JavalinServlet(javalin.unsafe);
        if (servletConfig != null) {
            try {
                servlet.init(servletConfig);
            } catch (ServletException e) {
                throw new IllegalStateException("a routing table cannot be served", e);
            }
        }
        return servlet;
    }

    private static final class Closing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Problem problem = Problem.of(NOT_READY, "Binnacle is shutting down", request.getRequestURI());
            response.setStatus(problem.status());
            response.setHeader("Connection", "close");
            response.setHeader("Retry-After", "5");
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(problem.bytes());
        }
    }
}
