package io.binnacle.forecasting.combination;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How forecasts become one. */
enum Method {
    @JsonProperty("mean")
    MEAN,
    @JsonProperty("median")
    MEDIAN,
    @JsonProperty("weighted")
    WEIGHTED;

    /** As it is written in JSON. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
