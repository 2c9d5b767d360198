package io.binnacle.forecasting.core.batch;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

/** Whole numbers that a caller writes. */
public final class Numbers {

    private Numbers() {}

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_PARAMETER */
    public static int between(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range.
        }
        throw INVALID_PARAMETER.because("%s must be a number from %d to %d, not '%s'", name, least, most, text);
    }
}
