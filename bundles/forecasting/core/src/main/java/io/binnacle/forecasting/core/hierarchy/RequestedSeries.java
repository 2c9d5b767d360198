package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.core.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The series of a request; all must cover the same periods and tell every group. */
record RequestedSeries(List<ReconciliationRequest.Series> series, List<String> groups) {

    static final int MOST_SERIES = 2_000;

    private static final int MOST_VALUES = 1_000;

    // Models square values, and the squares of sums have to be finite, too.
    private static final double LARGEST = 1e100;

    void check(Faults faults) {
        if (series == null || series.size() < 2 || series.size() > MOST_SERIES) {
            faults.add(
                    "/series",
                    "must be a list of 2 to %d series; 'binnacle reconcile' takes more from a file",
                    MOST_SERIES);
            return;
        }
        Set<String> ids = new HashSet<>();
        int length = -1;
        for (int i = 0; i < series.size(); i++) {
            String pointer = "/series/" + i;
            ReconciliationRequest.Series one = series.get(i);
            if (one == null) {
                faults.add(pointer, "must be a series, not null");
                continue;
            }
            checkId(one.id(), ids, pointer, faults);
            checkGroups(one.groups(), pointer, faults);
            if (checkValues(one.values(), pointer, faults)) {
                length = length < 0 ? one.values().size() : length;
                checkLength(one.values().size(), length, pointer, faults);
            }
        }
    }

    private static void checkId(String id, Set<String> ids, String pointer, Faults faults) {
        if (id == null || id.isBlank()) {
            faults.add(pointer + "/id", "must name the series");
        } else if (!ids.add(id)) {
            faults.add(pointer + "/id", "'%s' names an earlier series already", id);
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

    private static boolean checkValues(List<Double> values, String pointer, Faults faults) {
        if (values == null || values.isEmpty() || values.size() > MOST_VALUES) {
            faults.add(pointer + "/values", "must be a list of 1 to %d numbers", MOST_VALUES);
            return false;
        }
        for (int t = 0; t < values.size(); t++) {
            Double value = values.get(t);
            if (value == null || !(Math.abs(value) <= LARGEST)) {
                faults.add(pointer + "/values/" + t, "must be a number of at most 1e100 either way, not %s", value);
            }
        }
        return true;
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
