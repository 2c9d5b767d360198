package io.binnacle.industry.core;

import static java.time.temporal.ChronoUnit.DAYS;

import io.binnacle.industry.api.DealRule.Metric;
import io.binnacle.pipeline.api.Opportunity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a condition sees of a deal.
 *
 * @param words by dates, so that they stay the same from day to day
 */
record DealFact(long value, List<String> words) {

    static Optional<DealFact> of(Metric metric, Opportunity deal, LocalDate today) {
        Optional<String> close = deal.closeDate().map(date -> "close date " + date);
        return switch (metric) {
            case DAYS_OPEN ->
                Optional.of(
                        new DealFact(DAYS.between(deal.createdOn(), today), List.of("created on " + deal.createdOn())));
            case DAYS_TO_CLOSE ->
                deal.closeDate()
                        .map(date -> new DealFact(
                                DAYS.between(today, date), close.stream().toList()));
            case CLOSE_MONTH ->
                deal.closeDate()
                        .map(date -> new DealFact(
                                date.getMonthValue(), close.stream().toList()));
            case DAYS_PUSHED ->
                deal.closeDate().flatMap(date -> deal.originalCloseDate()
                        .map(first -> new DealFact(
                                DAYS.between(first, date), List.of("first close date " + first, close.orElseThrow()))));
        };
    }
}
