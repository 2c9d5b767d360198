package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
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
     * Something that the deal sells.
     *
     * @param ref the other system's name for the line
     * @param since when it was put on the deal, as far as the source tells; empty for now
     */
    record Line(
            ExternalRef ref,
            ExternalRef deal,
            Optional<ExternalRef> product,
            Optional<String> description,
            BigDecimal quantity,
            Optional<Money> unitPrice,
            Money total,
            Optional<BigDecimal> discount,
            Optional<LocalDate> serviceDate,
            Optional<Instant> since,
            boolean removed)
            implements Attachment {}

    /**
     * Something that somebody did, or is to do, about the deal.
     *
     * @param ref the other system's name for it
     */
    record Touched(
            ExternalRef ref,
            ExternalRef deal,
            Optional<ExternalRef> node,
            LocalDate day,
            String kind,
            String subject,
            boolean done)
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
