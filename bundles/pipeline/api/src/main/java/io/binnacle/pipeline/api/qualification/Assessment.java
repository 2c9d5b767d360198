package io.binnacle.pipeline.api.qualification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a qualification is worth on a day.
 *
 * @param scores those that count: evidence older than the tenant's number of days, 60 unless set, lowers a score by 1
 * @param score {@code Σ weight × score / 3}, from 0 to 100 with weights that add up to 100
 * @param commitGate whether economic buyer, champion and paper process have at least 2 and no element has 0
 * @param missing what stands against it, one sentence each
 */
public record Assessment(
        Qualification qualification,
        LocalDate day,
        Map<Element, Integer> scores,
        double score,
        boolean commitGate,
        List<String> missing) {

    public Assessment {
        scores = Map.copyOf(scores);
        missing = List.copyOf(missing);
    }
}
