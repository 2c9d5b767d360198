package io.binnacle.pipeline.core.team;

import io.binnacle.pipeline.api.Assignment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How much of somebody's time is given away. */
final class Workload {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Workload() {}

    /**
     * The first day on which somebody is given away more than once. The load only rises on a day on which an
     * assignment begins.
     *
     * @param others the other assignments of the same one
     */
    static List<String> warnings(Assignment fresh, List<Assignment> others) {
        return Stream.concat(Stream.of(fresh), others.stream())
                .map(Assignment::from)
                .filter(fresh::holdsOn)
                .sorted()
                .filter(day -> on(day, fresh, others).compareTo(WHOLE) > 0)
                .findFirst()
                .map(day -> List.of("%s is allocated to %s %% from %s on"
                        .formatted(fresh.member(), on(day, fresh, others).toPlainString(), day)))
                .orElse(List.of());
    }

    private static BigDecimal on(LocalDate day, Assignment fresh, List<Assignment> others) {
        return Stream.concat(Stream.of(fresh), others.stream())
                .filter(assignment -> assignment.holdsOn(day))
                .map(Assignment::allocation)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
