package io.binnacle.pipeline.api.hygiene;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.stages.Pipeline;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule may know of a deal.
 *
 * @param lastActivity the day of its last change or, if that is later, of its last planned activity that has come
 * @param today the day that is asked about
 * @param monthEnd the last day of the fiscal month that {@code today} is in
 * @param pipeline the one that the deal names, as it was on that day; empty when there was none
 */
public record DealFacts(
        Opportunity deal, LocalDate lastActivity, LocalDate today, LocalDate monthEnd, Optional<Pipeline> pipeline) {}
