package io.binnacle.pipeline.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Something of another system that hangs on a deal; it comes in once the deal is there. */
public sealed interface Attachment {

    /** The deal. */
    ExternalRef deal();

    /**
     * Somebody in the team of the deal.
     *
     * @param ref the other system's name for the membership
     * @param node who it is in the sales hierarchy
     * @param from the first day; where the source does not tell it, the day on which it was read
     * @param dated whether the source tells it; what is here keeps its own day otherwise
     */
    record Member(
            ExternalRef ref,
            ExternalRef deal,
            ExternalRef node,
            String role,
            Assignment.Unit unit,
            LocalDate from,
            boolean dated)
            implements Attachment {}

    /**
     * The part of the deal's credit that one has. All parts of one deal stand in the same batch.
     *
     * @param node who it is in the sales hierarchy
     * @param percent above 0, at most 100; the revenue of a deal sums to exactly 100
     * @param since when it holds, as far as the source tells; empty for now
     */
    record Credit(ExternalRef deal, ExternalRef node, Kind kind, BigDecimal percent, Optional<Instant> since)
            implements Attachment {

        /** What the credit is for. */
        public enum Kind {
            REVENUE,
            /** For those who help: any sum. */
            OVERLAY
        }
    }
}
