package io.binnacle.platform.gateway;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.plugin.ContributionReview;
import io.binnacle.platform.api.security.Authenticator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the routes of all bundles on one port. */
@Component(
        immediate = true,
        service = ContributionReview.class,
        configurationPid = "io.binnacle.gateway",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = Gateway.Config.class)
public final class Gateway implements ContributionReview {

    @ObjectClassDefinition(name = "HTTP gateway")
    @interface Config {

        @AttributeDefinition(name = "Host", description = "The address to listen on; 0.0.0.0 opens it to the network")
        String host() default "127.0.0.1";

        @AttributeDefinition(name = "Port", description = "0 takes any free port", min = "0", max = "65535")
        int port() default 8080;

        @AttributeDefinition(name = "Drain", description = "Seconds a departing bundle may take to finish", min = "0")
        int drain_seconds() default 10;

        @AttributeDefinition(name = "Body", description = "The most bytes of a JSON body", min = "1024")
        int body_max_bytes() default 1024 * 1024;

        @AttributeDefinition(name = "Upload", description = "The most bytes of an upload", min = "1024")
        long upload_max_bytes() default 64L * 1024 * 1024;

        @AttributeDefinition(name = "Threads", description = "The most requests that run at once", min = "8")
        int threads() default 200;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final long CHECK_MILLIS = 100;

    private final Admission admission = new Admission();
    private final ExecutorService tasks = Executors.newCachedThreadPool(Gateway::thread);
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(Gateway::thread);
    private final AtomicInteger order = new AtomicInteger();
    private final Readiness readiness;
    private final RoutingTables tables;
    private final WebServer server;
    private final AddressFile addressFile;

    @Activate
    public Gateway(
            BundleContext context,
            Config config,
            @Reference Readiness readiness,
            @Reference(target = "(binnacle.fatal=true)", cardinality = ReferenceCardinality.OPTIONAL)
                    Consumer<String> fatal) {
        this(settings(context, config), BundleDescription.of(context.getBundle()), readiness, System.out, fatal);
    }

    /** Starts to listen; {@code fatal}, where there is one, hears why that cannot be. */
    Gateway(
            Settings settings,
            BundleDescription self,
            Readiness readiness,
            PrintStream terminal,
            Consumer<String> fatal) {
        this.readiness = readiness;
        tables = new RoutingTables(admission, new TableFactory(settings.limits(), tasks), settings.drainSeconds());
        addressFile = settings.addressFile();
        makeFolder(settings.limits().uploadFolder());
        server = listen(settings, fatal);
        publishAddress();
        RouteModule own = new BuiltInRoutes(
                this::health, () -> tables.current().description().json(self.version()));
        tables.add(new Offer(own, self, Integer.MAX_VALUE, -1));
        announceWhenReady(new Announcement(server.address(), terminal));
    }

    @Deactivate
    void stop() {
        checks.shutdownNow();
        addressFile.remove();
        tables.close();
        server.stop();
        tasks.shutdownNow();
    }

    @Reference(
            service = RouteModule.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindModule(ServiceReference<RouteModule> reference, RouteModule module) {
        Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
        BundleDescription bundle = BundleDescription.of(reference.getBundle());
        long id = (Long) reference.getProperty(Constants.SERVICE_ID);
        tables.add(new Offer(module, bundle, ranking instanceof Integer rank ? rank : 0, id));
    }

    void unbindModule(RouteModule module) {
        tables.remove(module);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAuthenticator(Authenticator arrived) {
        admission.use(arrived);
    }

    void unbindAuthenticator(Authenticator departed) {
        admission.drop(departed);
    }

    /** For tests, which have no service registry. */
    void add(RouteModule module, BundleDescription bundle) {
        tables.add(new Offer(module, bundle, 0, order.incrementAndGet()));
    }

    @Override
    public List<String> refusals(String contributor, String version) {
        return tables.current().refused().stream()
                .filter(Refused::isForGood)
                .filter(module -> module.bundle().name().equals(contributor)
                        && module.bundle().version().equals(version))
                .map(Refused::sentence)
                .toList();
    }

    String address() {
        return server.address();
    }

    private Health health() {
        List<String> more = new ArrayList<>();
        tables.current().refused().forEach(module -> more.add(module.sentence()));
        if (admission.authenticator().isEmpty()) {
            more.add("nobody can sign in: there is no Authenticator, so protected routes answer 503");
        }
        return readiness.health(more);
    }

    private void announceWhenReady(Announcement announcement) {
        checks.scheduleWithFixedDelay(() -> announce(announcement), CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A check that fails only means "not yet"; the next one may succeed. */
    private void announce(Announcement announcement) {
        try {
            if (announcement.made(this::health, admission)) {
                checks.shutdown();
            }
        } catch (RuntimeException e) {
            LOG.debug("readiness cannot be told at the moment", e);
        }
    }

    private void publishAddress() {
        try {
            addressFile.write(server.address());
        } catch (UncheckedIOException e) {
            server.stop();
            tasks.shutdownNow();
            checks.shutdownNow();
            throw e;
        }
    }

    private WebServer listen(Settings settings, Consumer<String> fatal) {
        try {
            return WebServer.start(
                    settings.host(),
                    settings.port(),
                    settings.threads(),
                    settings.uploadBytes(),
                    new SwitchServlet(tables));
        } catch (IllegalArgumentException e) {
            tasks.shutdownNow();
            checks.shutdownNow();
            if (fatal != null) {
                fatal.accept(e.getMessage());
            }
            throw e;
        }
    }

    private static Settings settings(BundleContext context, Config config) {
        return new Settings(
                config.host(),
                config.port(),
                config.drain_seconds(),
                config.body_max_bytes(),
                config.upload_max_bytes(),
                config.threads(),
                Path.of(context.getProperty("binnacle.data")));
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for uploads cannot be made: " + folder, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "binnacle-gateway");
        thread.setDaemon(true);
        return thread;
    }
}
