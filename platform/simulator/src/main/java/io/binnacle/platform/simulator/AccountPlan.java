package io.binnacle.platform.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan for a strategic account.
 *
 * @param year the year it plans for
 * @param ambition what the account could book in that year
 */
public record AccountPlan(
        String customer,
        int year,
        String vision,
        long ambition,
        List<Objective> objectives,
        List<Initiative> initiatives) {

    public AccountPlan {
        objectives = List.copyOf(objectives);
        initiatives = List.copyOf(initiatives);
    }

    /**
     * What the customer wants to reach.
     *
     * @param executive the id of the person who answers for it
     */
    public record Objective(String key, String statement, Kpi kpi, String executive, LocalDate due) {}

    /** How an objective is measured. */
    public record Kpi(String name, String unit, BigDecimal baseline, BigDecimal target, BigDecimal current) {}

    /** What the team does about objectives, and the ids of the deals that pay for it. */
    public record Initiative(String key, String name, List<String> objectives, String owner, List<String> deals) {

        public Initiative {
            objectives = List.copyOf(objectives);
            deals = List.copyOf(deals);
        }
    }
}
