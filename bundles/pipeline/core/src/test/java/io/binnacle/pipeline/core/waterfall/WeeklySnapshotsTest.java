package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.core.Given.node;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.Waterfall.Node;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.HierarchyMode;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The weekly waterfalls of the public CRM set, loaded from its events, against its separate weekly snapshots. */
class WeeklySnapshotsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final Path DATA =
            Path.of(System.getProperty("binnacle.shared", "../../../../shared")).resolve("data/crm/maven");
    private static final ClosingPeriod ALWAYS =
            new ClosingPeriod("always", LocalDate.parse("2016-01-01"), LocalDate.parse("2017-12-31"));

    private static List<NamedCsvRecord> events;
    private static TreeMap<LocalDate, List<NamedCsvRecord>> snapshots;
    private static ExactWaterfalls waterfalls;

    @BeforeAll
    static void load() throws IOException {
        assumeTrue(Files.exists(DATA), () -> "skipped: the data set crm/maven is not here");
        events = read(Files.newInputStream(DATA.resolve("derived_stage_events_dev.csv")));
        snapshots =
                read(new GZIPInputStream(Files.newInputStream(DATA.resolve("derived_weekly_snapshots_dev.csv.gz"))))
                        .stream()
                        .collect(groupingBy(
                                row -> LocalDate.parse(row.getField("snapshot_date")),
                                TreeMap::new,
                                java.util.stream.Collectors.toList()));
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(agents(), deals().toArray(DealHistory[]::new)),
                        Given.SELLER,
                        "import:maven",
                        false,
                        Progress.NONE);
        waterfalls = new ExactWaterfalls(db.database(), db.journal(), db.clock(), Given.SETTINGS);
    }

    @Test
    void every_week_goes_from_one_snapshot_to_the_next_for_everybody_and_for_each_agent() {
        int weeks = 0;
        for (LocalDate monday : snapshots.headMap(snapshots.lastKey()).keySet()) {
            LocalDate next = snapshots.higherKey(monday);
            for (Mode mode : Mode.values()) {
                Waterfall week = week(monday, next, mode);

                assertThat(week.checks().violations()).isEmpty();
                assertEnd(week.top(), WaterfallBucket.OPENING, snapshots.get(monday));
                assertEnd(week.top(), WaterfallBucket.CLOSING, snapshots.get(next));
                assertThat(amount(week.top(), WaterfallBucket.WON)).isEqualTo(sum("Won", monday, next));
                assertThat(week.top().part(WaterfallBucket.LOST).count()).isEqualTo(count("Lost", monday, next));
                assertThat(week.top().part(WaterfallBucket.NEW).count()).isEqualTo(count("Engaging", monday, next));
            }
            weeks++;
        }
        assertThat(weeks).isEqualTo(48);
    }

    private static void assertEnd(Node top, WaterfallBucket end, List<NamedCsvRecord> snapshot) {
        assertThat(top.part(end).count()).isEqualTo(snapshot.size());
        assertThat(amount(top, end))
                .isEqualTo(
                        snapshot.stream().mapToLong(WeeklySnapshotsTest::price).sum());
        Map<String, Long> byAgent = new TreeMap<>();
        top.children().stream()
                .filter(child -> child.part(end).count() > 0)
                .forEach(child -> byAgent.put(child.name(), amount(child, end)));
        assertThat(byAgent)
                .isEqualTo(snapshot.stream()
                        .collect(groupingBy(
                                row -> row.getField("sales_agent"),
                                TreeMap::new,
                                summingLong(WeeklySnapshotsTest::price))));
    }

    private static Waterfall week(LocalDate from, LocalDate to, Mode mode) {
        WaterfallQuery query = new WaterfallQuery(
                end(from),
                end(to),
                Instant.MAX,
                Optional.of(ALWAYS),
                Optional.empty(),
                mode,
                HierarchyMode.AS_WAS,
                Optional.empty());
        return waterfalls.waterfall(query, OptionalInt.empty());
    }

    private static List<DealHistory> deals() {
        Map<String, String> agents = new HashMap<>();
        snapshots.values().stream()
                .flatMap(List::stream)
                .forEach(row -> agents.put(row.getField("opportunity_id"), row.getField("sales_agent")));
        Map<String, List<DealState>> deals = new LinkedHashMap<>();
        for (NamedCsvRecord event : events) {
            String id = event.getField("opportunity_id");
            deals.computeIfAbsent(id, deal -> new ArrayList<>()).add(state(event, agents.get(id)));
        }
        return deals.entrySet().stream()
                .map(deal -> Given.deal(deal.getKey(), deal.getValue().toArray(DealState[]::new)))
                .toList();
    }

    private static DealState state(NamedCsvRecord event, String agent) {
        OpportunityStatus status =
                switch (event.getField("stage")) {
                    case "Won" -> OpportunityStatus.WON;
                    case "Lost" -> OpportunityStatus.LOST;
                    default -> OpportunityStatus.OPEN;
                };
        String day = event.getField("event_date");
        String close = status == OpportunityStatus.OPEN ? "2017-12-31" : day;
        return Given.state(day, agent, status, event.getField("amount") + " USD", close);
    }

    private static List<io.binnacle.pipeline.api.PipelineBatch.NodeRecord> agents() {
        return snapshots.values().stream()
                .flatMap(List::stream)
                .map(row -> row.getField("sales_agent"))
                .distinct()
                .map(agent -> node(agent, NodeKind.SELLER, null))
                .toList();
    }

    private static long sum(String stage, LocalDate after, LocalDate until) {
        return between(stage, after, until).stream()
                .mapToLong(event -> whole(event.getField("amount")))
                .sum();
    }

    private static long count(String stage, LocalDate after, LocalDate until) {
        return between(stage, after, until).size();
    }

    private static List<NamedCsvRecord> between(String stage, LocalDate after, LocalDate until) {
        return events.stream()
                .filter(event -> event.getField("stage").equals(stage))
                .filter(event -> LocalDate.parse(event.getField("event_date")).isAfter(after))
                .filter(event -> !LocalDate.parse(event.getField("event_date")).isAfter(until))
                .toList();
    }

    private static long price(NamedCsvRecord row) {
        return whole(row.getField("list_price"));
    }

    private static long whole(String amount) {
        return new java.math.BigDecimal(amount).longValueExact();
    }

    private static long amount(Node node, WaterfallBucket bucket) {
        return node.part(bucket).amount().amount().longValueExact();
    }

    private static Instant end(LocalDate day) {
        return Given.SETTINGS.calendar().endOf(day);
    }

    private static List<NamedCsvRecord> read(InputStream file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }
}
