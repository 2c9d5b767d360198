package io.binnacle.pipeline.api.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The fields of a deal whose past a source may tell. */
public enum DealField {
    NAME(String.class),
    ACCOUNT(ExternalRef.class),
    OWNER(ExternalRef.class),
    STAGE(String.class),
    STATUS(OpportunityStatus.class),
    CATEGORY(ForecastCategory.class),
    /** In the currency of the deal. */
    AMOUNT(BigDecimal.class),
    CLOSE_DATE(LocalDate.class),
    NEXT_STEP(String.class),
    REASON_CLOSED(String.class),
    /** From 0 to 1. */
    PROBABILITY(BigDecimal.class);

    private final Class<?> type;

    DealField(Class<?> type) {
        this.type = type;
    }

    /** What its values are. */
    public Class<?> type() {
        return type;
    }
}
