package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** How an account plan in this industry may begin. Numbers are the customer's to give, so it has none. */
public record Template(
        @JsonProperty(required = true) String vision, List<Objective> objectives, List<Initiative> initiatives) {

    public Template {
        objectives = Lists.whole(objectives);
        initiatives = Lists.whole(initiatives);
    }

    /** @param kpi the key of the KPI that tells whether it is reached */
    public record Objective(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String statement,
            @JsonProperty(required = true) String kpi) {}

    /** @param objectives keys of the objectives it serves */
    public record Initiative(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String name,
            List<String> objectives) {

        public Initiative {
            objectives = Lists.whole(objectives);
        }
    }
}
