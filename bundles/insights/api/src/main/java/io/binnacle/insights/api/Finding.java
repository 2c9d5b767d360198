package io.binnacle.insights.api;

import java.util.List;
import java.util.Objects;

/**
 * What a rule found about one subject.
 *
 * @param subject what it is about: an entity's type and id such as {@code opportunity/0190…}, with a part if
 *     a rule can find several things about one entity
 * @param title one sentence for a person
 * @param evidence the facts; at least one
 */
public record Finding(String subject, Severity severity, String title, List<Evidence> evidence) {

    /** @throws IllegalArgumentException when there is no evidence */
    public Finding {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("the finding about " + subject + " has no evidence");
        }
    }
}
