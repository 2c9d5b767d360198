package io.binnacle.forecasting.core.batch;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.forecasting.core.evaluation.Cut;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How models are to be scored on the series of a file.
 *
 * @param models their ids, in the order in which they are told
 * @param reference the one that the others are tested against; one of the models
 * @param level of the interval to judge, above 0 and below 1
 * @param horizon how many periods to hold back; 0 to cut where the file says
 * @param origins with a horizon, from how many origins to forecast, each one horizon earlier
 */
record BacktestOrder(
        List<String> models,
        String reference,
        double level,
        Set<Cut> cuts,
        Seasons seasons,
        int horizon,
        int origins,
        int threads) {

    static final int MOST_ORIGINS = 100;

    private static final String SEGMENT = "segment";

    private static final Set<String> BASELINES = Set.of("naive", "seasonal-naive");
    private static final double MOST_LEVEL = 99.9;

    /** The columns that the file must have for it, beside the usual. */
    List<String> labels() {
        return cuts.contains(Cut.SEGMENT) ? List.of(SEGMENT) : List.of();
    }

    /**
     * The models to judge: the baselines always, and first; the champion always, too.
     *
     * @param asked empty for all that are there
     * @param champion an id, or {@code id@version}; empty when nobody chose one
     * @throws io.binnacle.platform.api.error.PlatformException MODEL_NOT_FOUND
     */
    static List<String> judged(
            InstalledIds installed, List<String> asked, Optional<String> champion, String reference) {
        Set<String> judged = new LinkedHashSet<>(
                installed.ids().stream().filter(BASELINES::contains).toList());
        judged.addAll(asked.isEmpty() ? installed.ids() : asked);
        judged.add(reference);
        judged.forEach(installed::require);
        champion.ifPresent(judged::add);
        return List.copyOf(judged);
    }

    /**
     * A percentage as a probability.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_PARAMETER
     */
    static double level(String name, String percent) {
        try {
            double level = Double.parseDouble(percent);
            if (level > 0 && level <= MOST_LEVEL) {
                return level / 100;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range.
        }
        throw INVALID_PARAMETER.because(
                "%s must be a percentage above 0 and up to 99.9, such as 95, not '%s'", name, percent);
    }
}
