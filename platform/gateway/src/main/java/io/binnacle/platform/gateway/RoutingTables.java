package io.binnacle.platform.gateway;

import io.binnacle.platform.api.http.RouteModule;
import jakarta.servlet.ServletConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the modules that come and go. An arrival only marks the table as outdated: the next request builds
 * the new one, so that fifteen arrivals at start-up cost one. A departure builds at once, lets go of the old
 * table, and then waits for the requests inside the module.
 */
final class RoutingTables {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingTables.class);

    private final Admission admission;
    private final TableFactory factory;
    private final long drainNanos;
    private final Map<RouteModule, Offer> offers = new HashMap<>();
    private final Map<Offer, Object> declared = new TreeMap<>();
    private List<Refused> reported = List.of();
    private boolean closed;
    private volatile RoutingTable table;

    RoutingTables(Admission admission, TableFactory factory, long drainSeconds) {
        this.admission = admission;
        this.factory = factory;
        this.drainNanos = TimeUnit.SECONDS.toNanos(drainSeconds);
    }

    /** The newest table. */
    RoutingTable current() {
        RoutingTable present = table;
        return present == null ? build() : present;
    }

    synchronized void serveWith(ServletConfig config) {
        factory.serveWith(config);
        table = null;
    }

    synchronized void add(Offer offer) {
        offers.put(offer.module(), offer);
        table = closed ? table : null;
    }

    /** Takes the module out of the table and returns when its requests are done, or after the drain time. */
    void remove(RouteModule module) {
        Object routes;
        synchronized (this) {
            Offer offer = offers.remove(module);
            routes = offer == null ? null : declared.remove(offer);
            table = closed ? table : null;
            build();
        }
        if (routes instanceof ModuleRoutes departing) {
            departing.lease().close();
            drain(departing, System.nanoTime() + drainNanos);
        }
    }

    /** Ends all streams, waits for the requests that are running, and serves nothing but a refusal. */
    void close() {
        List<ModuleRoutes> departing;
        synchronized (this) {
            departing = current().modules();
            closed = true;
            table = factory.closing();
        }
        long deadline = System.nanoTime() + drainNanos;
        departing.forEach(module -> module.lease().close());
        departing.forEach(module -> drain(module, deadline));
    }

    private static void drain(ModuleRoutes departing, long deadline) {
        if (!departing.lease().awaitEmpty(deadline - System.nanoTime())) {
            LOG.warn(
                    "requests inside {} did not end in time and are left behind",
                    departing.bundle().name());
        }
    }

    private synchronized RoutingTable build() {
        if (table == null) {
            long start = System.nanoTime();
            Selection selection = new Selection();
            offers.values().stream()
                    .filter(offer -> !isShadowed(offer))
                    .sorted()
                    .forEach(offer -> select(offer, selection));
            table = factory.table(selection);
            report(table.refused());
            LOG.debug("{} modules served, built in {} us", offers.size(), (System.nanoTime() - start) / 1000);
        }
        return table;
    }

    /** While a bundle is replaced, both versions are there: the newer serves, the older waits to take over again. */
    private boolean isShadowed(Offer offer) {
        return offers.values().stream().anyMatch(other -> other.replaces(offer));
    }

    private void select(Offer offer, Selection selection) {
        Object routes = declared.computeIfAbsent(offer, this::declare);
        if (routes instanceof ModuleRoutes module) {
            selection.take(module);
        } else {
            selection.refuse(offer.bundle(), (String) routes);
        }
    }

    /** The module's routes, or the sentence why it has none. */
    private Object declare(Offer offer) {
        try {
            return ModuleRoutes.declare(offer, admission);
        } catch (RuntimeException | LinkageError e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    /** Each refusal is logged once, however often the table is built. */
    private void report(List<Refused> refused) {
        List<Refused> news = new ArrayList<>(refused);
        news.removeAll(reported);
        news.forEach(module -> LOG.warn("{}", module.sentence()));
        reported = refused;
    }
}
