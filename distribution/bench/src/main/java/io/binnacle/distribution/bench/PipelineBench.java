package io.binnacle.distribution.bench;

import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.HierarchyMode;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.api.Waterfalls;
import io.binnacle.pipeline.core.ExactRollups;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.waterfall.ExactWaterfalls;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Load, waterfalls and roll-ups of 10,000 and of 100,000 deals with fifty events each, through the services and a
 * real database: medians and 95th percentiles of thirty runs, and how they grow.
 */
public final class PipelineBench {

    private static final int RUNS = 30;
    private static final int AT_A_TIME = 2_000;
    private static final FiscalCalendar CALENDAR = new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC);
    private static final PipelineSettings SETTINGS = new PipelineSettings(CALENDAR, "EUR");

    private record Time(double median, double p95) {}

    private PipelineBench() {}

    /** @param sizes how many deals; 10,000 and 100,000 when none are given */
    public static void main(String[] sizes) throws SQLException {
        Map<String, Time> before = Map.of();
        for (String size : sizes.length == 0 ? new String[] {"10000", "100000"} : sizes) {
            before = measure(Integer.parseInt(size), before);
        }
    }

    private static Map<String, Time> measure(int deals, Map<String, Time> smaller) throws SQLException {
        TestDatabase server = TestDatabase.withSchemas("pipeline");
        try {
            server.start();
            System.out.printf("%,d deals with %,d events%n", deals, deals * BenchDeals.EVENTS);
            load(server, deals);
            Map<String, Time> times = new LinkedHashMap<>();
            work(server).forEach((name, work) -> times.put(name, time(name, work, smaller)));
            return times;
        } finally {
            server.stop();
        }
    }

    private static void load(TestDatabase server, int deals) {
        JournaledLoader loader = new JournaledLoader(server.database(), server.journal(), server.clock());
        BenchDeals source = new BenchDeals(server.clock().instant());
        Principal by = new Principal("bench", Role.ADMIN);
        Heap heap = Heap.watched();
        long start = System.nanoTime();
        loader.load(BenchDeals.salesForce(), by, "bench", false, Progress.NONE);
        for (int from = 0; from < deals; from += AT_A_TIME) {
            loader.load(source.deals(from, Math.min(from + AT_A_TIME, deals)), by, "bench", false, Progress.NONE);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        server.database().useTransaction(handle -> handle.execute("analyze"));
        System.out.printf(
                "  load: %.1f s, %,.0f events/s, at most %d MB of heap%n",
                seconds, deals * BenchDeals.EVENTS / seconds, heap.peakMegabytes());
    }

    private static Map<String, Runnable> work(TestDatabase server) {
        Waterfalls waterfalls = new ExactWaterfalls(server.database(), server.journal(), server.clock(), SETTINGS);
        Rollups rollups = new ExactRollups(server.database(), server.journal(), server.clock(), SETTINGS);
        Map<String, Runnable> work = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            add(work, waterfalls, mode, "the last week", "2026-10-26", "2026-11-02", "2026-Q4");
            add(work, waterfalls, mode, "the last four weeks", "2026-10-05", "2026-11-02", "2026-Q4");
            add(work, waterfalls, mode, "the last quarter", "2026-06-30", "2026-09-30", "2026-Q3");
            add(work, waterfalls, mode, "a quarter a year ago", "2025-06-30", "2025-09-30", "2025-Q3");
        }
        for (String day : new String[] {"", "2026-10-05", "2025-11-02"}) {
            AsOf asOf = day.isEmpty() ? AsOf.LATEST : AsOf.validAt(end(day));
            String name = "roll-up of a quarter, " + (day.isEmpty() ? "now" : "as of " + day);
            FiscalQuarter quarter = CALENDAR.quarterOf(LocalDate.parse(day.isEmpty() ? "2026-11-02" : day));
            work.put(name, () -> rollups.rollup(Optional.of(quarter), Optional.empty(), asOf));
        }
        return work;
    }

    private static void add(
            Map<String, Runnable> work,
            Waterfalls waterfalls,
            Mode mode,
            String name,
            String from,
            String to,
            String quarter) {
        WaterfallQuery query = new WaterfallQuery(
                end(from),
                end(to),
                Instant.MAX,
                Optional.of(ClosingPeriod.of(FiscalQuarter.parse(quarter, CALENDAR))),
                Optional.empty(),
                mode,
                HierarchyMode.AS_WAS,
                Optional.empty());
        work.put("waterfall of " + name + " by " + mode, () -> waterfalls.waterfall(query, OptionalInt.empty()));
    }

    private static Time time(String name, Runnable work, Map<String, Time> smaller) {
        work.run();
        work.run();
        Heap heap = Heap.watched();
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        Time time = new Time(millis[RUNS / 2], millis[(int) Math.ceil(RUNS * 0.95) - 1]);
        System.out.printf(
                "  %-52s p50 %,6.0f ms, p95 %,6.0f ms, heap %4d MB%s%n",
                name, time.median(), time.p95(), heap.peakMegabytes(), growth(time, smaller.get(name)));
        return time;
    }

    private static String growth(Time time, Time smaller) {
        return smaller == null ? "" : ", %.1f times the smaller".formatted(time.median() / smaller.median());
    }

    private static Instant end(String day) {
        return CALENDAR.endOf(LocalDate.parse(day));
    }
}
