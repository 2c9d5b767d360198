package io.binnacle.forecasting.core.hierarchy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small hierarchies for tests. */
final class Trips {

    private Trips() {}

    /** Two states, three regions, two purposes, one series each; what they were like is by the random seed. */
    static Hierarchy crossed(int periods) {
        Random random = new Random(11);
        List<BottomSeries> bottom = List.of("NSW/Sydney", "NSW/Coast", "VIC/Coast").stream()
                .flatMap(place -> List.of("Business", "Holiday").stream().map(purpose -> {
                    String[] parts = place.split("/");
                    double[] values = random.doubles(periods, 1, 9).toArray();
                    return new BottomSeries(
                            place + purpose, values, Map.of("state", parts[0], "region", parts[1], "purpose", purpose));
                }))
                .toList();
        return Hierarchy.of(Structure.parse("state / region * purpose"), bottom, 1);
    }

    /** T = A + B. */
    static Hierarchy two(double[] a, double... b) {
        return Hierarchy.of(
                Structure.parse("half"),
                List.of(new BottomSeries("A", a, Map.of("half", "a")), new BottomSeries("B", b, Map.of("half", "b"))),
                1);
    }

    /** A tree with the same values in each region. */
    static Hierarchy tree(double[] values, String... regions) {
        return Hierarchy.of(
                Structure.parse("state / region"),
                Arrays.stream(regions)
                        .map(region -> new BottomSeries(
                                region, values, Map.of("state", region.substring(0, 1), "region", region)))
                        .toList(),
                1);
    }
}
