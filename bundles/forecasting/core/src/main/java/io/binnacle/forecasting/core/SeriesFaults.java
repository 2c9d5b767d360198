package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.Outlook;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the series of a request and with how far they shall be forecast. */
public final class SeriesFaults {

    private static final int LONGEST_SEASON = 1_000;

    // Models square values, also those of sums, and the squares have to be finite, too.
    private static final double LARGEST = 1e100;

    private final Faults faults;
    private final int mostValues;
    private final Set<String> ids = new HashSet<>();

    /** @param mostValues of one series */
    public SeriesFaults(Faults faults, int mostValues) {
        this.faults = faults;
        this.mostValues = mostValues;
    }

    public void checkPeriods(int horizon, Optional<Integer> seasonLength) {
        if (horizon < 1 || horizon > Outlook.FURTHEST) {
            faults.add("/horizon", "must be 1 to %d periods, not %d", Outlook.FURTHEST, horizon);
        }
        seasonLength
                .filter(season -> season < 1 || season > LONGEST_SEASON)
                .ifPresent(season ->
                        faults.add("/seasonLength", "must be 1 to %d periods, not %d", LONGEST_SEASON, season));
    }

    /** The id of one series, which no earlier one may have. */
    public void checkId(String id, String pointer) {
        if (id == null || id.isBlank()) {
            faults.add(pointer, "must name the series");
        } else if (!ids.add(id)) {
            faults.add(pointer, "'%s' names an earlier series already", id);
        }
    }

    /** @return whether there are values at all, and not too many */
    public boolean checkValues(List<Double> values, String pointer) {
        if (values == null || values.isEmpty() || values.size() > mostValues) {
            faults.add(pointer, "must be a list of 1 to %d numbers", mostValues);
            return false;
        }
        for (int t = 0; t < values.size(); t++) {
            Double value = values.get(t);
            if (value == null || !(Math.abs(value) <= LARGEST)) {
                faults.add(pointer + "/" + t, "must be a number of at most 1e100 either way, not %s", value);
            }
        }
        return true;
    }
}
