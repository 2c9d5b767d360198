package io.binnacle.forecasting.core.batch;

import io.binnacle.forecasting.api.Outlook;
import java.util.Optional;

/**
 * What is to become of every series of a batch.
 *
 * @param model the model's id; empty for the platform's choice, series by series
 */
record BatchOrder(Outlook outlook, Seasons seasons, Optional<String> model) {

    /** For models that simulate, when the caller gives none. */
    static final long SEED = 42;
}
