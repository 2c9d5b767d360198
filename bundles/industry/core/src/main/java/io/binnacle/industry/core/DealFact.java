package io.binnacle.industry.core;

import io.binnacle.industry.api.DealRule.Metric;
import io.binnacle.pipeline.api.Opportunity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a condition sees of a deal.
 *
 * @param words by dates, so that they stay the same from day to day
 */
record DealFact(long value, String words) {

    static Optional<DealFact> of(Metric metric, Opportunity deal, LocalDate today) {
        return switch (metric) {
            case DAYS_OPEN ->
                Optional.of(new DealFact(
                        ChronoUnit.DAYS.between(deal.createdOn(), today), "created on " + deal.createdOn()));
            case DAYS_TO_CLOSE ->
                deal.closeDate().map(date -> new DealFact(ChronoUnit.DAYS.between(today, date), "close date " + date));
            case CLOSE_MONTH -> deal.closeDate().map(date -> new DealFact(date.getMonthValue(), "close date " + date));
            case DAYS_PUSHED ->
                deal.closeDate().flatMap(date -> deal.originalCloseDate()
                        .map(first -> new DealFact(
                                ChronoUnit.DAYS.between(first, date), "close date " + date + ", at first " + first)));
        };
    }
}
