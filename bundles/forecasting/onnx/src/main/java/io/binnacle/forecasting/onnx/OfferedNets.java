package io.binnacle.forecasting.onnx;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.plugin.PluginHost;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.ComponentFactory;
import org.osgi.service.component.ComponentInstance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Every net that is kept, as a model of its own. */
@Component(service = OfferedNets.class)
public final class OfferedNets {

    // Another node may have got others.
    private static final long LOOK_AGAIN_SECONDS = 30;

    private record Offer(Net net, ComponentInstance<OfferedNet> model) {

        void withdraw() {
            model.dispose();
            net.close();
        }
    }

    private final ComponentFactory<OfferedNet> models;
    private final NetTable table;
    private final System.Logger log;
    private final Map<StoredNet, Offer> offered = new HashMap<>();

    @Activate
    public OfferedNets(
            @Reference(target = "(component.factory=" + OfferedNet.FACTORY + ")") ComponentFactory<OfferedNet> models,
            @Reference Database database,
            @Reference PluginHost host,
            @Reference(target = "(schema=plugin_io_binnacle_forecasting_onnx)") SchemaReady schema) {
        this.models = models;
        this.table = new NetTable(database);
        this.log = host.log();
        refresh();
        host.executor()
                .scheduleWithFixedDelay(this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    synchronized void stop() {
        offered.values().forEach(Offer::withdraw);
        offered.clear();
    }

    /** Offers what is kept, the new before the old goes. */
    synchronized void refresh() {
        List<StoredNet> wanted = table.all();
        wanted.stream().filter(net -> !offered.containsKey(net)).forEach(this::offer);
        for (StoredNet known : new ArrayList<>(offered.keySet())) {
            if (!wanted.contains(known)) {
                offered.remove(known).withdraw();
            }
        }
    }

    // One that this runtime does not read any more must not keep the others away.
    private void offer(StoredNet stored) {
        try {
            table.file(stored).ifPresent(file -> offer(stored, NetLoader.open(file, stored.descriptor())));
        } catch (RuntimeException e) {
            log.log(System.Logger.Level.WARNING, "the net " + stored.id() + " cannot be offered; upload it again", e);
        }
    }

    private void offer(StoredNet stored, Net net) {
        Map<String, Object> properties = Map.of(
                "forecast.model.id",
                stored.id(),
                ForecastModel.VERSION,
                String.valueOf(stored.version()),
                ForecastModel.DIGEST,
                Json.hash(List.of(stored.digest(), stored.descriptor())),
                OfferedNet.MODEL,
                new OnnxModel(net, stored.id()));
        offered.put(stored, new Offer(net, models.newInstance(new Hashtable<>(properties))));
    }

    private void lookAgain() {
        try {
            refresh();
        } catch (RuntimeException e) {
            log.log(System.Logger.Level.WARNING, "nets cannot be read; those that are known go on", e);
        }
    }
}
