package io.binnacle.pipeline.api.stages;

import io.binnacle.pipeline.api.ForecastCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A step of a pipeline.
 *
 * @param name unique in its pipeline; deals name it in their field stage
 * @param category what deals in it are forecast as unless the seller says otherwise; never CLOSED
 * @param probability the chance of winning from here, from 0 to 1
 * @param exitCriteria what has to hold before a deal goes on
 */
public record Stage(
        String name, ForecastCategory category, Optional<BigDecimal> probability, List<ExitCriterion> exitCriteria) {

    public Stage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(category, "category");
        exitCriteria = exitCriteria == null ? List.of() : List.copyOf(exitCriteria);
    }
}
