package io.binnacle.planning.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What an account plan says. Two contents that say the same have the same hash; 5 and 5.0 say the same.
 *
 * @param vision where the customer and we want to be, in a sentence or two
 * @param ambition what the account could be worth to us at the horizon; no forecast
 */
public record PlanContent(
        String vision, Optional<Money> ambition, List<Objective> objectives, List<Initiative> initiatives) {

    public PlanContent {
        objectives = whole("objectives", objectives);
        initiatives = whole("initiatives", initiatives);
    }

    private static <T> List<T> whole(String name, List<T> items) {
        if (items == null) {
            return List.of();
        }
        if (items.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("null is none of the " + name);
        }
        return List.copyOf(items);
    }

    /**
     * What the customer wants to reach, in the customer's words.
     *
     * @param key names it within the plan, such as {@code O1}: a letter, then up to 19 letters, digits or dashes
     * @param executiveOwner the stakeholder who answers for it at the customer
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
     * <p>Numbers have up to 20 digits before the point and up to 10 after it.
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
     * @param objectives keys of the objectives it serves; at least one, none twice
     * @param opportunities the deals that pay for it, of the plan's account or of one below it; none twice
     */
    public record Initiative(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String name,
            List<String> objectives,
            Optional<String> owner,
            List<UUID> opportunities) {

        public Initiative {
            objectives = whole("objectives", objectives);
            opportunities = whole("opportunities", opportunities);
        }
    }
}
