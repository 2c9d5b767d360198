package io.binnacle.forecasting.core;

import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.platform.api.error.PlatformException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The models that are there at the moment. Whoever has found one may go on calling it after it left; when two
 * share an id, the lesser waits to take over.
 */
@Component(service = ModelRegistry.class, configurationPid = "io.binnacle.forecasting.models")
@Designate(ocd = ModelRegistry.Config.class)
public final class ModelRegistry {

    @ObjectClassDefinition(name = "Forecast models")
    @interface Config {
        @AttributeDefinition(name = "Patience", description = "Seconds a model may take for one series", min = "1")
        int patience_seconds() default 10;
    }

    private final Map<ServiceReference<ForecastModel>, InstalledModel> models = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ModelThreads threads;

    @Activate
    public ModelRegistry(@Reference Clock clock, Config config) {
        this(clock, Duration.ofSeconds(config.patience_seconds()));
    }

    ModelRegistry(Clock clock, Duration patience) {
        this.clock = clock;
        this.threads = new ModelThreads(patience);
    }

    @Deactivate
    void close() {
        threads.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + InstalledModel.ID + "=*)")
    void addModel(ServiceReference<ForecastModel> reference, ForecastModel model) {
        models.put(reference, InstalledModel.of(reference, model, threads, new ModelHealth(clock)));
    }

    void removeModel(ServiceReference<ForecastModel> reference, ForecastModel model) {
        models.remove(reference);
    }

    /** The models in use, by id. */
    List<InstalledModel> inUse() {
        return List.copyOf(models.values().stream()
                .collect(Collectors.toMap(
                        InstalledModel::id,
                        model -> model,
                        BinaryOperator.maxBy(InstalledModel.PRECEDENCE),
                        TreeMap::new))
                .values());
    }

    /** The models that recommend themselves, the most preferred first. */
    List<InstalledModel> preferred() {
        return inUse().stream()
                .filter(model -> model.preference() > 0)
                .sorted(Comparator.comparingInt(InstalledModel::preference).reversed())
                .toList();
    }

    /** @param name an id, or {@code id@version} */
    Optional<InstalledModel> find(String name) {
        return models.values().stream().filter(model -> model.isNamed(name)).max(InstalledModel.PRECEDENCE);
    }

    InstalledModel require(String id) {
        return find(id).orElseThrow(() -> missing("no forecast model '%s'".formatted(id)));
    }

    PlatformException missing(String what) {
        List<String> installed = inUse().stream().map(InstalledModel::id).toList();
        return MODEL_NOT_FOUND.because(
                "%s is installed; installed: %s. Name one of these, or install the missing one", what, installed);
    }
}
