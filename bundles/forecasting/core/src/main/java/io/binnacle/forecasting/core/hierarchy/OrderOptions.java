package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.core.Levels;
import io.binnacle.forecasting.core.batch.Numbers;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a caller says how a hierarchy is to be forecast. */
final class OrderOptions {

    private static final String NO_LEVELS = "none";

    @Option(names = "--horizon", required = true, paramLabel = "PERIODS", description = "How far ahead, 1 to 1000.")
    private String horizon;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "The model; without it the platform's choice, which the output names.")
    private String model;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "mint",
            description = {
                "bottom-up, ols, structural, variances, mint (the default), mint-nonnegative,",
                "top-down-average-proportions, top-down-proportions-of-averages (or top-down),",
                "top-down-forecast-proportions."
            })
    private String method;

    @Option(
            names = "--levels",
            paramLabel = "PERCENT",
            defaultValue = "80,95",
            description = "Of the prediction intervals, or none (default: 80,95).")
    private String levels;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "For what is drawn (default: 42).")
    private long seed;

    ReconciliationOrder order(Structure structure) {
        Method known = Method.find(method)
                .orElseThrow(() -> INVALID_PARAMETER.because(
                        "--method: there is no method '%s'; there are %s", method, Method.ids()));
        known.misfit(structure).ifPresent(why -> {
            throw INVALID_PARAMETER.because("--method: %s", why);
        });
        return new ReconciliationOrder(
                known,
                Numbers.between("--horizon", horizon, 1, Outlook.FURTHEST),
                levels.equals(NO_LEVELS) ? List.of() : Levels.parse(levels).fractions(),
                Optional.ofNullable(model),
                seed);
    }
}
