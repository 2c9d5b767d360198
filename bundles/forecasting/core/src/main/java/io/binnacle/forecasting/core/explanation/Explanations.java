package io.binnacle.forecasting.core.explanation;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.roles.ShadowRuns;
import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.kernels.robust.SeriesParts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains forecasts that were given. Explaining changes nothing. */
@Component(service = Explanations.class)
public final class Explanations {

    private static final int MOST_EARLIER = 200;
    private static final int EARLIER_TOLD = 20;

    private final RecordedForecasts recorded;
    private final Forecasts forecasts;

    @Activate
    public Explanations(@Reference RecordedForecasts recorded, @Reference Forecasts forecasts) {
        this.recorded = recorded;
        this.forecasts = forecasts;
    }

    /**
     * Explains a run, and its difference from another of the same series; from the one before unless told.
     *
     * @throws io.binnacle.platform.api.error.PlatformException ENTITY_NOT_FOUND for a run that is not there,
     *     INVALID_PARAMETER where the two cannot be compared
     */
    public Explanation explain(UUID id, Optional<UUID> against) {
        ForecastRun run = recorded.require(id);
        List<ForecastRun> all = recorded.before(run, ShadowRuns.BY, MOST_EARLIER);
        List<ForecastRun> earlier = all.stream()
                .filter(before -> isComparable(before, run))
                .limit(EARLIER_TOLD)
                .toList();
        Optional<RunPair> pair = against.map(recorded::require)
                .map(before -> required(before, run))
                .or(() -> earlier.stream().findFirst().map(before -> RunPair.of(before, run)));
        SeriesParts parts =
                SeriesParts.of(run.input().history().toArray(), run.input().seasonLength());
        Components components = Components.of(run, parts);
        return new Explanation(
                RunName.of(run),
                components,
                Outliers.of(parts, components),
                pair.map(both -> new Comparisons(both, forecasts).compare()),
                pair.isPresent() ? Optional.empty() : Optional.of(alone(run, all.size())),
                earlier.stream().map(RunName::of).toList());
    }

    private static boolean isComparable(ForecastRun before, ForecastRun run) {
        RunPair pair = RunPair.of(before, run);
        return pair.share() && pair.remember() && !pair.repeat();
    }

    private static RunPair required(ForecastRun before, ForecastRun run) {
        RunPair pair = RunPair.of(before, run);
        if (!before.series().equals(run.series()) || !before.scope().equals(run.scope()) || !pair.share()) {
            throw INVALID_PARAMETER
                    .because(
                            "run %s of '%s' in %s forecasts no period of run %s of '%s' in %s; compare runs of one series"
                                    + " that overlap: the explanation lists them under 'earlier'",
                            before.id(), before.series(), before.scope(), run.id(), run.series(), run.scope())
                    .at("/against");
        }
        return pair;
    }

    private static String alone(ForecastRun run, int earlier) {
        return earlier == 0
                ? "This is the first forecast of '%s' in %s.".formatted(run.series(), run.scope())
                : ("None of the %d forecasts of '%s' in %s before has a period ahead and a value of the past in common"
                                + " with this one, or it is the same question to the same model.")
                        .formatted(earlier, run.series(), run.scope());
    }
}
