package io.binnacle.pipeline.api.qualification;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A piece of evidence for a rating.
 *
 * @param text what was said or seen
 * @param uri where it can be read
 * @param date when it was said or seen
 */
public record Proof(String text, Optional<URI> uri, Source source, LocalDate date) {

    /** Who gave the evidence. */
    public enum Source {
        CUSTOMER,
        INTERNAL
    }
}
