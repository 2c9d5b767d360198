package io.binnacle.platform.gateway;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.ServletEntry;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import kotlin.LazyKt;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Jetty, with the switch as its only servlet. */
final class WebServer {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int IDLE_THREADS = 4;
    private static final long STOP_MILLIS = 2000;
    private static final long LAST_WORDS_MILLIS = 100;

    private final Javalin javalin;
    private final String host;

    private WebServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Binds and starts.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when the address cannot be had
     */
    static WebServer start(String host, int port, int threads, long uploadBytes, SwitchServlet servlet) {
        JavalinLogger.startupInfo = false;
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            config.unsafe.jettyInternal.server = server(threads, uploadBytes);
            config.unsafe.servlet =
                    LazyKt.lazyOf(new ServletEntry(new JettyWebSocketServletContainerInitializer(null), servlet));
            config.jetty.modifyServletContextHandler(WebServer::configure);
            config.jetty.modifyHttpConfiguration(WebServer::configure);
            config.jetty.addConnector((server, http) -> connector(server, http, host, port));
        });
        return new WebServer(javalin.start(), host);
    }

    /** Where people and programs on this machine reach it. */
    String address() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "127.0.0.1" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + javalin.port();
    }

    /** Lets answers that are on their way arrive, then closes every connection. */
    void stop() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("connections were cut off while the gateway stopped: {}", OneLine.of(e.getMessage()));
        }
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static Server server(int threads, long uploadBytes) {
        QueuedThreadPool pool = new QueuedThreadPool(threads, Math.min(IDLE_THREADS, threads));
        pool.setName("binnacle-http");
        Server server = new Server(pool);
        server.setErrorHandler(new ServerFailures());
        server.setStopTimeout(STOP_MILLIS);
        server.setHandler(new FrontHandler(uploadBytes));
        return server;
    }

    private static void configure(ServletContextHandler context) {
        context.setErrorHandler(new ServerFailures());
    }

    private static void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    /** Opened before the server starts, so that a taken port is known before anything else happens. */
    private static Connector connector(Server server, HttpConfiguration http, String host, int port) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setShutdownIdleTimeout(LAST_WORDS_MILLIS);
        try {
            connector.open();
            return connector;
        } catch (IOException | UnresolvedAddressException e) {
            throw new IllegalArgumentException(sentence(host, port, e), e);
        }
    }

    private static String sentence(String host, int port, Exception e) {
        String where = "The gateway cannot listen on " + host + ":" + port;
        String remedy =
                "; --port or gateway.port and gateway.host in conf/binnacle.json choose where, and port 0 takes any that is free";
        Throwable cause = e.getCause() instanceof BindException ? e.getCause() : e;
        String message = String.valueOf(cause.getMessage());
        if (message.contains("already in use")) {
            return where + " because another program uses that port; stop it, or choose another one" + remedy;
        }
        if (message.contains("Permission denied")) {
            return where + " because ports below 1024 are for the system administrator" + remedy;
        }
        return where + " because this machine has no such address" + remedy;
    }
}
