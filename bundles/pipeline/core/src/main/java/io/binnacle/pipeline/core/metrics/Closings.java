package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.metrics.Velocity;
import io.binnacle.pipeline.api.metrics.Window;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the deals that closed in a window, and those that are open, say of the speed of sales. */
record Closings(List<Standing> open, List<Standing> won, List<Standing> lost) {

    /** @param standings the deals' last ones */
    static Closings of(List<Standing> standings, Window window, ZoneId zone) {
        return new Closings(
                in(standings, OpportunityStatus.OPEN),
                closedIn(standings, OpportunityStatus.WON, window, zone),
                closedIn(standings, OpportunityStatus.LOST, window, zone));
    }

    Velocity velocity(Window window, String currency) {
        int closed = won.size() + lost.size();
        List<Money> amounts =
                won.stream().flatMap(deal -> deal.amount().stream()).toList();
        BigDecimal sum = amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> rate = ratio(won.size(), closed);
        Optional<BigDecimal> average = divided(sum, amounts.size());
        Optional<BigDecimal> cycle = cycle();
        Optional<BigDecimal> perDay = cycle.filter(days -> days.signum() > 0)
                .flatMap(days -> rate.flatMap(r -> average.map(a -> perDay(r, a, days))));
        return new Velocity(
                window,
                open.size(),
                won.size(),
                lost.size(),
                rate.map(BigDecimal::doubleValue),
                average.map(amount -> cents(amount, currency)),
                amounts.size(),
                cycle.map(BigDecimal::doubleValue),
                perDay.map(amount -> cents(amount, currency)));
    }

    /** The mean days from the beginning to the close of what was won; empty when nothing was. */
    Optional<BigDecimal> cycle() {
        long days = won.stream()
                .mapToLong(deal -> ChronoUnit.DAYS.between(
                        deal.createdOn(), deal.closeDate().orElse(deal.createdOn())))
                .sum();
        return divided(BigDecimal.valueOf(days), won.size());
    }

    private BigDecimal perDay(BigDecimal rate, BigDecimal average, BigDecimal days) {
        return BigDecimal.valueOf(open.size())
                .multiply(rate, MathContext.DECIMAL128)
                .multiply(average, MathContext.DECIMAL128)
                .divide(days, MathContext.DECIMAL128);
    }

    private static List<Standing> in(List<Standing> standings, OpportunityStatus status) {
        return standings.stream().filter(deal -> deal.status() == status).toList();
    }

    private static List<Standing> closedIn(
            List<Standing> standings, OpportunityStatus status, Window window, ZoneId zone) {
        return in(standings, status).stream()
                .filter(deal -> window.contains(closedOn(deal, zone)))
                .toList();
    }

    private static LocalDate closedOn(Standing deal, ZoneId zone) {
        return deal.closeDate().orElseGet(() -> LocalDate.ofInstant(deal.since(), zone));
    }

    private static Optional<BigDecimal> ratio(int part, int whole) {
        return divided(BigDecimal.valueOf(part), whole);
    }

    private static Optional<BigDecimal> divided(BigDecimal sum, int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
    }

    private static Money cents(BigDecimal amount, String currency) {
        return new Money(amount.setScale(2, RoundingMode.HALF_UP), currency);
    }
}
