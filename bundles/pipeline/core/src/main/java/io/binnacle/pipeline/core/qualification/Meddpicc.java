package io.binnacle.pipeline.core.qualification;

import io.binnacle.pipeline.api.qualification.Assessment;
import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.qualification.Proof;
import io.binnacle.pipeline.api.qualification.Qualification;
import io.binnacle.pipeline.api.qualification.Rating;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What ratings are worth on a day.
 *
 * @param weights by element, in percent
 * @param freshDays for how many days evidence counts in full
 */
record Meddpicc(Map<Element, Integer> weights, int freshDays) {

    static final int BEST = 3;
    static final int SOLID = 2;
    private static final Set<Element> DECISIVE =
            Set.of(Element.ECONOMIC_BUYER, Element.CHAMPION, Element.PAPER_PROCESS);

    Assessment assess(Qualification qualification, LocalDate day) {
        Map<Element, Integer> scores = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            scores.put(
                    element, score(Optional.ofNullable(qualification.ratings().get(element)), day));
        }
        double weighted = scores.entrySet().stream()
                .mapToInt(entry -> weights.get(entry.getKey()) * entry.getValue())
                .sum();
        List<String> missing = missing(scores);
        return new Assessment(qualification, day, scores, weighted / BEST, missing.isEmpty(), missing);
    }

    private int score(Optional<Rating> rating, LocalDate day) {
        int given = rating.map(Rating::score).orElse(0);
        boolean old = rating.flatMap(Meddpicc::newest)
                .filter(date -> date.plusDays(freshDays).isBefore(day))
                .isPresent();
        return old ? Math.max(0, given - 1) : given;
    }

    /** The day of the newest evidence that carries the rating: for the best, only the customer's does. */
    private static Optional<LocalDate> newest(Rating rating) {
        return rating.evidence().stream()
                .filter(proof -> rating.score() < BEST || proof.source() == Proof.Source.CUSTOMER)
                .map(Proof::date)
                .max(Comparator.naturalOrder());
    }

    private static List<String> missing(Map<Element, Integer> scores) {
        List<String> missing = new ArrayList<>();
        scores.forEach((element, score) -> {
            int least = DECISIVE.contains(element) ? SOLID : 1;
            if (score < least) {
                missing.add(element + " needs at least " + least + " and has " + score);
            }
        });
        return missing;
    }
}
