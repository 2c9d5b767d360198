package io.binnacle.distribution.bench.accuracy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is to be scored; an empty list of names means all. */
record Options(List<String> sets, List<String> models, int every, boolean inside) {

    static Options of(List<String> arguments) {
        Map<String, String> given = arguments.stream()
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Options(
                names(given.getOrDefault("sets", "")),
                names(given.getOrDefault("models", "")),
                Integer.parseInt(given.getOrDefault("every", "1")),
                Boolean.parseBoolean(given.getOrDefault("inside", "false")));
    }

    boolean wantsSet(String name) {
        return sets.isEmpty() || sets.contains(name);
    }

    boolean wantsModel(String id) {
        return models.isEmpty() || models.contains(id);
    }

    List<SplitSeries> chosen(List<SplitSeries> series) {
        return IntStream.range(0, series.size())
                .filter(k -> k % every == 0)
                .mapToObj(series::get)
                .filter(split -> !inside || split.hasEarlier())
                .map(split -> inside ? split.earlier() : split)
                .toList();
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }
}
