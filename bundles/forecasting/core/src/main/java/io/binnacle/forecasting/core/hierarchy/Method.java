package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import io.binnacle.forecasting.kernels.hierarchy.ErrorCovariance;
import io.binnacle.forecasting.kernels.hierarchy.ForecastProportions;
import io.binnacle.forecasting.kernels.hierarchy.HistoricalShares;
import io.binnacle.forecasting.kernels.hierarchy.Reconciler;
import io.binnacle.forecasting.kernels.hierarchy.TraceMinimization;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The ways to make the forecasts of a hierarchy add up. */
enum Method {
    BOTTOM_UP(false, (hierarchy, errors) -> Reconciler.bottomUp(hierarchy.summation())),
    TOP_DOWN_AVERAGE_PROPORTIONS(
            false,
            (hierarchy, errors) -> topDown(hierarchy, HistoricalShares.averageProportions(hierarchy.bottomValues()))),
    TOP_DOWN_PROPORTIONS_OF_AVERAGES(
            false,
            (hierarchy, errors) ->
                    topDown(hierarchy, HistoricalShares.proportionsOfAverages(hierarchy.bottomValues()))),
    TOP_DOWN_FORECAST_PROPORTIONS(
            false, (hierarchy, errors) -> new ForecastProportions(hierarchy.summation(), hierarchy.parents())),
    OLS(
            false,
            (hierarchy, errors) ->
                    trace(hierarchy, ErrorCovariance.alike(hierarchy.nodes().size()))),
    STRUCTURAL(false, (hierarchy, errors) -> trace(hierarchy, ErrorCovariance.structural(hierarchy.summation()))),
    VARIANCES(true, (hierarchy, errors) -> trace(hierarchy, ErrorCovariance.variances(errors))),
    MINT(true, (hierarchy, errors) -> trace(hierarchy, ErrorCovariance.shrunk(errors))),
    MINT_NONNEGATIVE(
            true,
            (hierarchy, errors) ->
                    TraceMinimization.nonNegative(hierarchy.summation(), ErrorCovariance.shrunk(errors)));

    /** What is used where nobody names one. */
    static final Method USUAL = MINT;

    private static final String TOP_DOWN = "top-down";
    private static final int MOST_WEIGHED = 4_000;

    private final boolean learnsFromErrors;
    private final BiFunction<Hierarchy, double[][], Reconciler> reconciler;

    Method(boolean learnsFromErrors, BiFunction<Hierarchy, double[][], Reconciler> reconciler) {
        this.learnsFromErrors = learnsFromErrors;
        this.reconciler = reconciler;
    }

    /** By the name that callers use; {@code top-down} is that by proportions of averages. */
    static Optional<Method> find(String id) {
        return id.equals(TOP_DOWN)
                ? Optional.of(TOP_DOWN_PROPORTIONS_OF_AVERAGES)
                : Arrays.stream(values())
                        .filter(method -> method.id().equals(id))
                        .findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Method::id).toList();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it needs to know how wrong the forecasts of all nodes were. */
    boolean learnsFromErrors() {
        return learnsFromErrors;
    }

    /** Why it cannot be used, where groups cross each other; a group that is part of two others has no parent. */
    Optional<String> misfit(Structure structure) {
        return this == TOP_DOWN_FORECAST_PROPORTIONS && !structure.isTree()
                ? Optional.of("the method " + id() + " shares out from parent to parts, and groups that cross each"
                        + " other have no one parent; use mint or structural, or a structure without a star")
                : Optional.empty();
    }

    /**
     * Every node is weighed against every other, except from the bottom up and from the top down.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES when there are more than fit in memory
     */
    void requireRoomFor(Hierarchy hierarchy) {
        int nodes = hierarchy.nodes().size();
        boolean weighs = ordinal() >= OLS.ordinal();
        if (weighs && nodes > MOST_WEIGHED) {
            throw INVALID_SERIES.because(
                    "the method %s weighs every series against every other and takes at most %d with their sums, not"
                            + " %d; bottom-up and the top-down methods take more",
                    id(), MOST_WEIGHED, nodes);
        }
    }

    /**
     * @param errors by time, then by node; none are needed by a method that does not learn from them
     * @throws IllegalArgumentException with a sentence for the caller when the method does not suit the hierarchy
     */
    Reconciler over(Hierarchy hierarchy, double[][] errors) {
        return reconciler.apply(hierarchy, errors);
    }

    private static Reconciler topDown(Hierarchy hierarchy, double... shares) {
        return Reconciler.topDown(hierarchy.summation(), shares);
    }

    private static Reconciler trace(Hierarchy hierarchy, ErrorCovariance covariance) {
        return TraceMinimization.of(hierarchy.summation(), covariance);
    }
}
