package io.binnacle.forecasting.core.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which models left series out, how many, and why the first. Not for several threads. */
final class Refusals {

    private record Refused(int count, String series, String why) {

        Refused once() {
            return new Refused(count + 1, series, why);
        }
    }

    private final Map<String, Refused> models = new TreeMap<>();

    void add(String model, String series, String why) {
        models.merge(model, new Refused(1, series, why), (known, added) -> known.once());
    }

    List<String> sentences() {
        return models.entrySet().stream()
                .map(entry -> "%s left out %d of them, the first is %s: %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().count(),
                                entry.getValue().series(),
                                entry.getValue().why()))
                .toList();
    }
}
