package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.api.error.PlatformError.ROLE_REQUIRED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.plugin.PluginHost;
import io.binnacle.platform.plugins.archive.Permission;
import io.binnacle.platform.plugins.archive.PluginManifest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What one version of a plugin has borrowed, made when it is first asked for. */
final class LentHost implements PluginHost {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final PluginManifest manifest;
    private final ObjectNode config;
    private final PluginLog log;
    private LentExecutor executor;
    private LentHttpClient http;
    private boolean closed;

    LentHost(PluginManifest manifest, ObjectNode config, PluginLog log) {
        this.manifest = manifest;
        this.config = config;
        this.log = log;
    }

    @Override
    public String plugin() {
        return manifest.id();
    }

    @Override
    public synchronized ScheduledExecutorService executor() {
        if (executor == null) {
            executor = new LentExecutor(this::thread);
            if (closed) {
                executor.end();
            }
        }
        return executor;
    }

    @Override
    public synchronized HttpClient http() {
        if (!manifest.asksFor(Permission.OUTBOUND_HTTP)) {
            throw ROLE_REQUIRED.because(
                    "%s may not talk to other machines: its plugin.json does not ask for the permission %s",
                    manifest.id(), Permission.OUTBOUND_HTTP.text());
        }
        if (http == null) {
            http = new LentHttpClient(client(executor()));
            if (closed) {
                http.end();
            }
        }
        return http;
    }

    @Override
    public ObjectNode config() {
        return config.deepCopy();
    }

    @Override
    public System.Logger log() {
        return log;
    }

    synchronized int executors() {
        return executor == null ? 0 : 1;
    }

    synchronized int waitingTasks() {
        return executor == null ? 0 : executor.getQueue().size();
    }

    synchronized int httpClients() {
        return http == null ? 0 : 1;
    }

    void close() {
        LentExecutor present;
        synchronized (this) {
            closed = true;
            present = executor;
            if (http != null) {
                http.end();
            }
        }
        if (present != null) {
            present.end();
        }
    }

    /** The client's own thread inherits the class loader of whoever makes it, which must not be the plugin's. */
    private static HttpClient client(Executor executor) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(LentHost.class.getClassLoader());
        try {
            return HttpClient.newBuilder()
                    .executor(executor)
                    .connectTimeout(CONNECT)
                    .build();
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plugin " + manifest.id());
        thread.setDaemon(true);
        thread.setContextClassLoader(LentHost.class.getClassLoader());
        return thread;
    }
}
