package io.binnacle.forecasting.core;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.ModelStatus;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks the model, lets it forecast and says which one did. */
@Component(configurationPid = "io.binnacle.forecasting")
@Designate(ocd = GuardedForecasts.Config.class)
public final class GuardedForecasts implements Forecasts {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedForecasts.class);

    @ObjectClassDefinition(name = "Forecasting")
    @interface Config {
        @AttributeDefinition(
                name = "Default models",
                description = "Used in this order when none is asked for: the first that is installed, takes so"
                        + " short a history and does not fail; separated by commas. Left out, the models"
                        + " themselves say how they are preferred")
        String[] default_models() default {};
    }

    private final ModelRegistry registry;
    private final List<String> defaultModels;
    private final List<Champions> champions = new CopyOnWriteArrayList<>();

    @Activate
    public GuardedForecasts(@Reference ModelRegistry registry, Config config) {
        this(registry, ids(config.default_models()));
    }

    GuardedForecasts(ModelRegistry registry, List<String> defaultModels) {
        this.registry = registry;
        this.defaultModels = defaultModels;
    }

    // Without a database there are none, and forecasts go on.
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addChampions(Champions known) {
        champions.add(known);
    }

    void removeChampions(Champions known) {
        champions.remove(known);
    }

    // From the environment the list comes as one text.
    static List<String> ids(String... configured) {
        return Stream.of(configured)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    @Override
    public List<ModelInfo> models() {
        return registry.inUse().stream().map(InstalledModel::info).toList();
    }

    @Override
    public List<ModelStatus> statuses() {
        return registry.inUse().stream().map(InstalledModel::status).toList();
    }

    @Override
    public ForecastAnswer forecast(String name, TimeSeries history, Outlook outlook, Optional<String> model) {
        return model.map(registry::require)
                .map(named -> answer(name, history, outlook, named))
                .orElseGet(() -> forecast(name, history, outlook, ForecastScope.GENERAL));
    }

    @Override
    public ForecastAnswer forecast(String name, TimeSeries history, Outlook outlook, ForecastScope scope) {
        List<InstalledModel> candidates =
                Stream.concat(champions(scope), defaults()).distinct().toList();
        if (candidates.isEmpty()) {
            throw registry.missing(
                    defaultModels.isEmpty()
                            ? "no forecast model for all series"
                            : "none of the default forecast models " + defaultModels);
        }
        return first(name, history, outlook, candidates);
    }

    private Stream<InstalledModel> champions(ForecastScope scope) {
        return champions.stream()
                .flatMap(known -> known.of(scope).stream())
                .flatMap(alias -> registry.find(alias.model()).filter(model -> alias.isFor(model.info())).stream());
    }

    private Stream<InstalledModel> defaults() {
        return defaultModels.isEmpty()
                ? registry.preferred().stream()
                : defaultModels.stream().map(registry::find).flatMap(Optional::stream);
    }

    private static ForecastAnswer first(
            String name, TimeSeries history, Outlook outlook, List<InstalledModel> candidates) {
        Optional<PlatformException> failure = Optional.empty();
        for (InstalledModel candidate : candidates) {
            failure.ifPresent(earlier -> LOG.warn("Trying {} after a failure", candidate.id(), earlier));
            try {
                if (isPassedOver(candidate, candidates)) {
                    continue;
                }
                if (candidate.minimumHistory(history.seasonLength()) <= history.length()) {
                    return answer(name, history, outlook, candidate);
                }
            } catch (PlatformException e) {
                failure = Optional.of(e);
            }
        }
        throw failure.orElseGet(() -> tooShort(history, candidates));
    }

    // When all of them rest, the first tells why.
    private static boolean isPassedOver(InstalledModel candidate, List<InstalledModel> candidates) {
        return candidate.rests() && candidates.stream().anyMatch(other -> !other.rests());
    }

    private static PlatformException tooShort(TimeSeries history, List<InstalledModel> candidates) {
        int least = candidates.stream()
                .mapToInt(model -> model.minimumHistory(history.seasonLength()))
                .min()
                .orElseThrow();
        return HISTORY_TOO_SHORT.because(
                "%d observations are too few: the default models need %d or more for seasons of %d",
                history.length(), least, history.seasonLength());
    }

    private static ForecastAnswer answer(String name, TimeSeries history, Outlook outlook, InstalledModel model) {
        return new ForecastAnswer(name, model.info(), InputHash.of(history, outlook), model.forecast(history, outlook));
    }
}
