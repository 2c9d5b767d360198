package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.TargetRecord;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.imports.Quota;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The quotas in some rows, summed to the targets of fiscal quarters. */
final class Quotas {

    private record Key(ExternalRef node, String quarter) {}

    private final PeriodCalendar calendar;
    private final Map<Key, List<Quota>> counted = new LinkedHashMap<>();

    private Quotas(PeriodCalendar calendar) {
        this.calendar = calendar;
    }

    /** The targets; a row that contradicts one further up is refused. */
    static List<TargetRecord> targets(List<Contribution> accepted, PeriodCalendar calendar) {
        Quotas quotas = new Quotas(calendar);
        accepted.forEach(row -> row.quotas().forEach(quota -> quotas.count(row, quota)));
        return quotas.counted.entrySet().stream()
                .map(entry -> target(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void count(Contribution row, Quota quota) {
        Optional<String> quarter = quarter(quota.start());
        if (quarter.isEmpty()) {
            row.row().error(quota.column(), "NO_QUARTER", "the fiscal calendar has no quarter on " + quota.start());
            return;
        }
        List<Quota> others = counted.computeIfAbsent(new Key(quota.node(), quarter.get()), key -> new ArrayList<>());
        Optional<String> fault =
                others.stream().flatMap(other -> fault(other, quota).stream()).findFirst();
        fault.ifPresent(detail -> row.row().error(quota.column(), "CONTRADICTION", detail));
        if (fault.isEmpty()) {
            others.add(quota);
        }
    }

    private Optional<String> quarter(LocalDate day) {
        return calendar.covers(day) ? Optional.of(calendar.quarterOf(day).name()) : Optional.empty();
    }

    private static Optional<String> fault(Quota counted, Quota quota) {
        if (!counted.type().equals(quota.type())) {
            return Optional.of("a quota of another type counts for this quarter already; bring in one type");
        }
        if (!counted.amount().currency().equals(quota.amount().currency())) {
            return Optional.of("a quota in another currency counts for this quarter already");
        }
        return counted.start().equals(quota.start())
                ? Optional.of("there is a quota for this period already; remove one")
                : Optional.empty();
    }

    private static TargetRecord target(Key key, List<Quota> quotas) {
        Money amount = quotas.stream().map(Quota::amount).reduce(Money::plus).orElseThrow();
        return new TargetRecord(key.node(), Target.Metric.BOOKED, key.quarter(), amount);
    }
}
