package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.metrics.Coverage;
import io.binnacle.pipeline.api.metrics.Coverage.Requirement;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;

/** What stands between a target and what was won; all amounts in one currency. */
record Gap(BigDecimal quota, BigDecimal won, BigDecimal open, String currency) {

    /**
     * What a conversion says is needed.
     *
     * @param conversion above 0
     * @param cycle the mean sales cycle in days
     */
    record Experience(
            Coverage.Basis basis, int week, int n, BigDecimal conversion, Optional<BigDecimal> cycle, long daysLeft) {}

    Coverage coverage(AsOf asOf, Optional<UUID> node, String period, Optional<Experience> experience) {
        boolean met = left().signum() <= 0;
        return new Coverage(
                asOf,
                node,
                period,
                money(quota),
                money(won),
                money(open),
                money(left()),
                ratio(won, quota),
                met ? Coverage.State.MET : Coverage.State.GAP,
                met ? Optional.empty() : ratio(open, left()),
                ratio(open, quota),
                experience.map(this::requirement));
    }

    private Requirement requirement(Experience experience) {
        BigDecimal required = left().max(BigDecimal.ZERO)
                .divide(experience.conversion(), MathContext.DECIMAL128)
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal toCreate = required.subtract(open).max(BigDecimal.ZERO);
        BigDecimal days = BigDecimal.valueOf(experience.daysLeft());
        boolean tooLate = toCreate.signum() > 0
                && experience.cycle().filter(cycle -> cycle.compareTo(days) > 0).isPresent();
        return new Requirement(
                experience.basis(),
                experience.week(),
                experience.n(),
                experience.conversion().doubleValue(),
                BigDecimal.ONE
                        .divide(experience.conversion(), MathContext.DECIMAL128)
                        .doubleValue(),
                money(required),
                money(toCreate),
                experience.cycle().map(BigDecimal::doubleValue),
                experience.daysLeft(),
                tooLate);
    }

    private BigDecimal left() {
        return quota.subtract(won);
    }

    private static Optional<Double> ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, MathContext.DECIMAL128).doubleValue());
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
