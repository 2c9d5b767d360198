package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.ROUTE_NOT_FOUND;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The one servlet that Jetty ever sees; the table behind it changes while requests run. */
final class SwitchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ATTEMPTS = 5;

    private final transient RoutingTables tables;

    SwitchServlet(RoutingTables tables) {
        this.tables = tables;
    }

    @Override
    public void init() {
        tables.serveWith(getServletConfig());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            serveOnce(request, response);
            if (request.getAttribute(Departed.KEY) == null) {
                return;
            }
            request.removeAttribute(Departed.KEY);
        }
        Problem problem = Problem.of(ROUTE_NOT_FOUND, "this part of Binnacle is stopping", request.getRequestURI());
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.bytes());
    }

    private void serveOnce(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            tables.current().servlet().service(request, response);
        } finally {
            if (request.getAttribute(Lease.KEY) instanceof Lease lease) {
                release(lease, request, response);
            }
        }
    }

    /** The request leaves its module when it is answered, which for an asynchronous one is later. */
    private static void release(Lease lease, HttpServletRequest request, HttpServletResponse response) {
        if (!request.isAsyncStarted()) {
            lease.exit();
            return;
        }
        try {
            AsyncContext async = request.getAsyncContext();
            async.addListener(new Leaving(lease, async));
            String type = response.getContentType();
            if (type != null && type.startsWith("text/event-stream")) {
                lease.opened(async);
            }
        } catch (IllegalStateException answeredMeanwhile) {
            lease.exit();
        }
    }

    private record Leaving(Lease lease, AsyncContext async) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            lease.ended(async);
            lease.exit();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
