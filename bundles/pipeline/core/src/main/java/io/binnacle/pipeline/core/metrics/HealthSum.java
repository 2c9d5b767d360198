package io.binnacle.pipeline.core.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.binnacle.pipeline.api.metrics.Ageing;
import io.binnacle.pipeline.api.metrics.DealMetrics;
import io.binnacle.pipeline.api.metrics.Health;
import io.binnacle.pipeline.api.metrics.Segment;
import io.binnacle.pipeline.api.metrics.Slip;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.TreeMap;

/** Adds up the slip and ageing of open deals. */
final class HealthSum {

    private HealthSum() {}

    static Health of(AsOf asOf, Segment segment, List<DealMetrics> deals) {
        List<Slip> slips = deals.stream().flatMap(deal -> deal.slip().stream()).toList();
        return new Health(
                asOf,
                segment,
                deals.size(),
                (int) slips.stream().filter(slip -> slip.pushCount() > 0).count(),
                slips.stream().mapToInt(Slip::pushCount).sum(),
                slips.stream().mapToLong(Slip::slipDays).sum(),
                stalled(ages(deals)),
                (int) deals.stream().filter(deal -> deal.ageing().isEmpty()).count(),
                stages(deals));
    }

    private static List<Health.Stage> stages(List<DealMetrics> deals) {
        return deals.stream()
                .filter(deal -> deal.ageing().isPresent())
                .collect(groupingBy(
                        deal -> List.of(deal.pipeline(), deal.stage()),
                        () -> new TreeMap<>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b))),
                        toList()))
                .entrySet()
                .stream()
                .map(entry -> stage(entry.getKey().get(0), entry.getKey().get(1), ages(entry.getValue())))
                .toList();
    }

    private static Health.Stage stage(String pipeline, String stage, List<Ageing> ages) {
        return new Health.Stage(
                pipeline,
                stage,
                ages.size(),
                ages.stream().mapToLong(Ageing::daysInStage).average().orElse(0),
                ages.stream().mapToLong(Ageing::daysInStage).max().orElse(0),
                stalled(ages));
    }

    private static List<Ageing> ages(List<DealMetrics> deals) {
        return deals.stream().flatMap(deal -> deal.ageing().stream()).toList();
    }

    private static int stalled(List<Ageing> ages) {
        return (int) ages.stream().filter(Ageing::stalled).count();
    }
}
