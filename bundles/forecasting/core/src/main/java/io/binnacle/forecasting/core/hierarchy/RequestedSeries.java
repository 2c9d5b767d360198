package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.core.Faults;
import io.binnacle.forecasting.core.SeriesFaults;
import java.util.List;
import java.util.Map;

/** The series of a request; all must cover the same periods and tell every group. */
record RequestedSeries(List<ReconciliationRequest.Series> series, List<String> groups) {

    static final int MOST_SERIES = 2_000;

    void check(Faults faults, SeriesFaults checks) {
        if (series == null || series.size() < 2 || series.size() > MOST_SERIES) {
            faults.add(
                    "/series",
                    "must be a list of 2 to %d series; 'binnacle reconcile' takes more from a file",
                    MOST_SERIES);
            return;
        }
        int length = -1;
        for (int i = 0; i < series.size(); i++) {
            String pointer = "/series/" + i;
            ReconciliationRequest.Series one = series.get(i);
            if (one == null) {
                faults.add(pointer, "must be a series, not null");
                continue;
            }
            checks.checkId(one.id(), pointer + "/id");
            checkGroups(one.groups(), pointer, faults);
            if (checks.checkValues(one.values(), pointer + "/values")) {
                length = length < 0 ? one.values().size() : length;
                checkLength(one.values().size(), length, pointer, faults);
            }
        }
    }

    private void checkGroups(Map<String, String> told, String pointer, Faults faults) {
        for (String group : groups) {
            String value = told == null ? null : told.get(group);
            if (value == null || value.isBlank()) {
                faults.add(
                        pointer + "/groups/" + group.replace("~", "~0"),
                        "the series tells no %s, which the structure names",
                        group);
            }
        }
    }

    private static void checkLength(int length, int first, String pointer, Faults faults) {
        if (length != first) {
            faults.add(
                    pointer + "/values",
                    "has %d values and the first series %d; all series must cover the same periods",
                    length,
                    first);
        }
    }
}
