package io.binnacle.pipeline.core.qualification;

import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.qualification.Proof;
import io.binnacle.pipeline.api.qualification.Rating;
import io.binnacle.platform.api.error.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What ratings must be like. */
final class RatingRules {

    private static final int LONGEST = 1000;
    private static final int MOST = 50;

    private final LocalDate today;
    private final List<FieldError> broken = new ArrayList<>();

    private RatingRules(LocalDate today) {
        this.today = today;
    }

    static List<FieldError> broken(Map<Element, Rating> ratings, LocalDate today) {
        RatingRules rules = new RatingRules(today);
        ratings.forEach(rules::rating);
        return rules.broken;
    }

    private void rating(Element element, Rating rating) {
        String at = "/ratings/" + element;
        int score = rating.score();
        check(score >= 0 && score <= Meddpicc.BEST, at + "/score", "WRONG_FORM", "a score is 0, 1, 2 or 3");
        check(
                score < Meddpicc.SOLID || !rating.evidence().isEmpty(),
                at + "/evidence",
                "EVIDENCE_REQUIRED",
                element + " needs evidence for a score of " + score);
        check(
                score < Meddpicc.BEST
                        || rating.evidence().stream().anyMatch(proof -> proof.source() == Proof.Source.CUSTOMER),
                at + "/evidence",
                "CUSTOMER_EVIDENCE_REQUIRED",
                element + " needs evidence from the customer for a score of 3");
        check(
                rating.evidence().size() <= MOST,
                at + "/evidence",
                "TOO_LONG",
                "at most " + MOST + " pieces of evidence");
        for (int i = 0; i < rating.evidence().size(); i++) {
            proof(at + "/evidence/" + i, rating.evidence().get(i));
        }
    }

    private void proof(String at, Proof proof) {
        boolean complete = proof.text() != null && proof.source() != null && proof.date() != null;
        check(complete, at, "MISSING_VALUE", "evidence needs text, source and date");
        if (complete) {
            check(
                    !proof.text().isBlank()
                            && proof.text().length() <= LONGEST
                            && proof.text().indexOf('\0') < 0,
                    at + "/text",
                    "WRONG_FORM",
                    "text must have 1 to " + LONGEST + " characters");
            check(!proof.date().isAfter(today), at + "/date", "DATE_AHEAD", "evidence must not lie ahead of " + today);
        }
    }

    private void check(boolean holds, String pointer, String code, String detail) {
        if (!holds) {
            broken.add(new FieldError(pointer, code, detail));
        }
    }
}
