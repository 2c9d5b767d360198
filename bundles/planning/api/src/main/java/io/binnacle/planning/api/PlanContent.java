package io.binnacle.planning.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an account plan says. Two contents that say the same have the same hash.
 *
 * @param vision where the customer and we want to be, in a sentence or two
 * @param ambition what the account could be worth to us at the horizon; no forecast
 */
public record PlanContent(
        String vision, Optional<Money> ambition, List<Objective> objectives, List<Initiative> initiatives) {

    public PlanContent {
        objectives = objectives == null ? List.of() : List.copyOf(objectives);
        initiatives = initiatives == null ? List.of() : List.copyOf(initiatives);
    }

    /**
     * What the customer wants to reach, in the customer's words.
     *
     * @param key names it within the plan, such as {@code O1}
     * @param executiveOwner the customer's executive who answers for it
     */
    public record Objective(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String statement,
            Optional<Kpi> kpi,
            Optional<UUID> executiveOwner,
            Optional<LocalDate> due) {}

    /**
     * How an objective is measured.
     *
     * @param unit such as {@code %} or {@code days}
     * @param target differs from {@code baseline}; may lie below it
     */
    public record Kpi(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String unit,
            @JsonProperty(required = true) BigDecimal baseline,
            @JsonProperty(required = true) BigDecimal target,
            Optional<BigDecimal> current) {}

    /**
     * What we do about objectives.
     *
     * @param key names it within the plan, such as {@code I1}
     * @param objectives keys of the objectives it serves; at least one
     * @param opportunities the deals that pay for it
     */
    public record Initiative(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String name,
            List<String> objectives,
            Optional<String> owner,
            List<UUID> opportunities) {

        public Initiative {
            objectives = objectives == null ? List.of() : List.copyOf(objectives);
            opportunities = opportunities == null ? List.of() : List.copyOf(opportunities);
        }
    }
}
