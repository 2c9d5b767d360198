package io.binnacle.pipeline.core.metrics;

import static io.binnacle.pipeline.api.PipelineError.MIXED_CURRENCIES;
import static io.binnacle.pipeline.api.PipelineError.TARGET_NOT_FOUND;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.metrics.Coverage;
import io.binnacle.pipeline.api.metrics.Window;
import io.binnacle.pipeline.core.Team;
import io.binnacle.pipeline.core.metrics.Gap.Experience;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.FormerPeriod;
import io.binnacle.pipeline.core.store.Past;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Coverage of the target of a node, or of the roots, in one quarter. */
final class Coverages {

    private static final int WEEK = 7;
    private static final int YEAR = 365;

    private final Handle handle;
    private final PeriodCalendar calendar;
    private final int formerPeriods;
    private final AsOf asOf;
    private final Team team;
    private final Past<Target> targets;

    Coverages(Handle handle, Journal journal, PeriodCalendar calendar, int formerPeriods, AsOf asOf) {
        this.handle = handle;
        this.calendar = calendar;
        this.formerPeriods = formerPeriods;
        this.asOf = asOf;
        this.team = new Team(journal);
        this.targets = new Past<>(journal, Entities.TARGET, Target.class);
    }

    Coverage of(Optional<UUID> node, FiscalQuarter period, Optional<BigDecimal> given) {
        Set<UUID> owners = node.map(id -> team.within(handle, id, asOf)).orElse(Set.of());
        Money quota = quota(node, period);
        List<Standing> deals = Standings.at(handle, asOf).stream()
                .filter(deal -> !deal.deleted()
                        && (node.isEmpty()
                                || deal.owner().filter(owners::contains).isPresent()))
                .toList();
        Gap gap = new Gap(
                quota.amount(),
                sum(deals, OpportunityStatus.WON, period, quota.currency()),
                sum(deals, OpportunityStatus.OPEN, period, quota.currency()),
                quota.currency());
        Optional<BigDecimal> cycle = cycle(deals);
        Optional<Experience> experience = given.map(
                        share -> new Experience(Coverage.Basis.GIVEN, week(period), 0, share, cycle, daysLeft(period)))
                .or(() -> experience(period, owners, quota.currency(), cycle));
        return gap.coverage(asOf, node, period.name(), experience);
    }

    private Money quota(Optional<UUID> node, FiscalQuarter period) {
        List<UUID> nodes = node.map(List::of).orElseGet(() -> team.roots(handle, asOf));
        List<Money> amounts = targets.all(asOf, Stream::toList).stream()
                .filter(target -> target.metric() == Target.Metric.BOOKED
                        && target.quarter().equals(period.name())
                        && nodes.contains(target.node()))
                .map(Target::amount)
                .toList();
        if (amounts.stream().map(Money::currency).distinct().count() > 1) {
            throw MIXED_CURRENCIES.because(
                    "the targets are in several currencies, which are never added: choose a node");
        }
        return amounts.stream()
                .reduce(Money::plus)
                .orElseThrow(() -> TARGET_NOT_FOUND.because(
                        "there is, or was then, no booking target for %s; set one with PUT /api/v1/pipeline/targets",
                        period.name()));
    }

    private static BigDecimal sum(
            List<Standing> deals, OpportunityStatus status, FiscalQuarter period, String currency) {
        return deals.stream()
                .filter(deal -> deal.status() == status
                        && deal.closeDate().filter(period::contains).isPresent())
                .flatMap(deal -> deal.amount().stream())
                .filter(amount -> amount.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<BigDecimal> cycle(List<Standing> deals) {
        return Closings.of(deals, new Window(today().minusDays(YEAR), today()), calendar.zone())
                .cycle();
    }

    private Optional<Experience> experience(
            FiscalQuarter period, Set<UUID> owners, String currency, Optional<BigDecimal> cycle) {
        FormerPeriod all = FormerPeriod.NONE;
        FiscalQuarter former = period;
        for (int i = 0; i < formerPeriods; i++) {
            LocalDate before = former.start().minusDays(1);
            if (!calendar.covers(before)) {
                break;
            }
            former = calendar.quarterOf(before);
            all = all.plus(at(former, week(period), owners, currency));
        }
        if (all.won().signum() == 0 || all.open().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal share = all.won().divide(all.open(), MathContext.DECIMAL128);
        return Optional.of(new Experience(
                Coverage.Basis.FORMER_PERIODS, week(period), all.deals(), share, cycle, daysLeft(period)));
    }

    private FormerPeriod at(FiscalQuarter former, int week, Set<UUID> owners, String currency) {
        LocalDate day = former.start().plusDays((long) (week - 1) * WEEK);
        AsOf moment = new AsOf(calendar.endOf(day.isAfter(former.end()) ? former.end() : day), asOf.knownAt());
        return FormerPeriod.at(handle, former, moment, calendar.endOf(former.end()), owners, currency);
    }

    /** The week of the period in which the day lies; the first before it, the last after it. */
    private int week(FiscalQuarter period) {
        LocalDate day =
                period.contains(today()) ? today() : today().isBefore(period.start()) ? period.start() : period.end();
        return (int) ChronoUnit.DAYS.between(period.start(), day) / WEEK + 1;
    }

    private long daysLeft(FiscalQuarter period) {
        return Math.max(0, ChronoUnit.DAYS.between(today(), period.end()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(asOf.validAt(), calendar.zone());
    }
}
