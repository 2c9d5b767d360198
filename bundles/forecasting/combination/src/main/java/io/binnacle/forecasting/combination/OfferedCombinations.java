package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every version of every combination that is defined, as a model of its own. The last version answers to the id, the
 * earlier ones to {@code id@version}, so that what they forecast can be made again.
 */
@Component(service = OfferedCombinations.class)
public final class OfferedCombinations {

    private static final Logger LOG = LoggerFactory.getLogger(OfferedCombinations.class);

    // Another node, or a restored export, may have brought others.
    private static final long LOOK_AGAIN_SECONDS = 30;

    private final BundleContext context;
    private final Members members;
    private final CombinationTable table;
    private final Map<Definition, ServiceRegistration<ForecastModel>> offered = new HashMap<>();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(OfferedCombinations::thread);

    @Activate
    public OfferedCombinations(
            BundleContext context,
            @Reference Members members,
            @Reference Database database,
            @Reference(target = "(schema=combinations)") SchemaReady schema) {
        this.context = context;
        this.members = members;
        this.table = new CombinationTable(database);
        refresh();
        executor.scheduleWithFixedDelay(this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    synchronized void stop() {
        executor.shutdownNow();
        offered.values().forEach(ServiceRegistration::unregister);
        offered.clear();
    }

    /** Offers what the table has, the new before the old goes. */
    synchronized void refresh() {
        List<Definition> wanted = table.versions();
        wanted.forEach(definition -> offered.computeIfAbsent(definition, this::offer));
        Iterator<Map.Entry<Definition, ServiceRegistration<ForecastModel>>> known =
                offered.entrySet().iterator();
        while (known.hasNext()) {
            Map.Entry<Definition, ServiceRegistration<ForecastModel>> one = known.next();
            if (!wanted.contains(one.getKey())) {
                one.getValue().unregister();
                known.remove();
            }
        }
    }

    private ServiceRegistration<ForecastModel> offer(Definition definition) {
        Map<String, Object> properties = Map.of(
                Members.ID, definition.id(),
                Members.COMBINED, true,
                ForecastModel.VERSION, String.valueOf(definition.version()),
                ForecastModel.DIGEST, definition.digest());
        return context.registerService(ForecastModel.class, definition.over(members), new Hashtable<>(properties));
    }

    private void lookAgain() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("combinations cannot be read; those that are known go on", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "combinations");
        thread.setDaemon(true);
        return thread;
    }
}
