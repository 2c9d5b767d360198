package io.binnacle.forecasting.core;

import static io.binnacle.forecasting.api.ConsumptionPoint.Status.FINAL;
import static io.binnacle.forecasting.api.ConsumptionPoint.Status.PRELIMINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournaledConsumptionTest {

    private static final Principal BILLING = Principal.system("billing");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("forecasting");

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    private final UUID account = UUID.randomUUID();
    private final JournaledConsumption consumption = new JournaledConsumption(db.database(), db.journal(), db.clock());

    @BeforeEach
    void start() {
        db.clock().set(Instant.parse("2026-05-10T08:00:00Z"));
    }

    @Test
    void keeps_every_digit_and_orders_by_service_and_month() {
        List<ConsumptionPoint> points = List.of(
                point("storage", MARCH, "0.10", FINAL),
                point("compute", APRIL, "1234567890123.450", PRELIMINARY),
                point("compute", MARCH, "99.99", FINAL));

        assertThat(record(points)).isEqualTo(3);

        assertThat(consumption.of(account, AsOf.LATEST)).containsExactly(points.get(2), points.get(1), points.get(0));
        assertThat(consumption.of(account, AsOf.validAt(db.clock().instant())))
                .containsExactly(points.get(2), points.get(1), points.get(0));
        assertThat(consumption.of(UUID.randomUUID(), AsOf.LATEST)).isEmpty();
    }

    @Test
    void leaves_a_point_alone_that_is_known_already() {
        record(List.of(point("compute", MARCH, "100", PRELIMINARY)));

        assertThat(record(List.of(point("compute", MARCH, "100.00", PRELIMINARY))))
                .isZero();
        assertThat(record(List.of(point("compute", MARCH, "100", FINAL)))).isEqualTo(1);
        assertThat(record(List.of())).isZero();
    }

    @Test
    void a_restatement_changes_today_and_not_what_was_known_before() {
        record(List.of(point("compute", MARCH, "131", FINAL), point("compute", APRIL, "138", FINAL)));
        Instant lastWeek = db.clock().instant();
        db.clock().set(Instant.parse("2026-05-17T08:00:00Z"));

        record(List.of(point("compute", MARCH, "127", FINAL)));

        assertThat(amounts(consumption.of(account, AsOf.LATEST))).containsExactly("127", "138");
        assertThat(amounts(consumption.of(account, new AsOf(lastWeek, lastWeek))))
                .containsExactly("131", "138");
        assertThat(amounts(consumption.of(account, new AsOf(Instant.MAX, lastWeek))))
                .containsExactly("131", "138");
        assertThat(amounts(consumption.of(account, AsOf.validAt(lastWeek)))).containsExactly("127", "138");
    }

    @Test
    void a_month_holds_from_its_end_and_a_figure_from_within_it_at_once() {
        record(List.of(point("compute", APRIL, "138", FINAL)));
        record(List.of(point("compute", YearMonth.of(2026, 5), "40", PRELIMINARY)));

        assertThat(amounts(consumption.of(account, AsOf.validAt(Instant.parse("2026-04-30T23:59:59Z")))))
                .isEmpty();
        assertThat(amounts(consumption.of(account, AsOf.validAt(Instant.parse("2026-05-01T00:00:00Z")))))
                .containsExactly("138");
        assertThat(amounts(consumption.of(account, AsOf.validAt(Instant.parse("2026-05-10T08:00:00Z")))))
                .containsExactly("138", "40");
    }

    @Test
    void of_two_figures_for_one_month_the_later_one_counts() {
        record(List.of(point("compute", MARCH, "1", FINAL), point("compute", MARCH, "2", FINAL)));

        assertThat(amounts(consumption.of(account, AsOf.LATEST))).containsExactly("2");
        assertThat(amounts(consumption.of(account, AsOf.validAt(db.clock().instant()))))
                .containsExactly("2");
    }

    @Test
    void refuses_a_month_that_lies_ahead_and_records_nothing() {
        List<ConsumptionPoint> points =
                List.of(point("compute", MARCH, "1", FINAL), point("compute", YearMonth.of(2026, 6), "2", PRELIMINARY));

        assertThatThrownBy(() -> record(points))
                .hasMessageContaining("2026-06")
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PlatformError.INVALID_CONTENT));
        assertThat(consumption.of(account, AsOf.LATEST)).isEmpty();
    }

    @Test
    void two_years_of_twenty_accounts_come_in_at_once_and_read_the_same_from_tables_and_journal() {
        List<ConsumptionPoint> points = new ArrayList<>();
        for (int a = 0; a < 20; a++) {
            UUID customer = UUID.randomUUID();
            for (String service : List.of("ai", "backup", "compute", "network", "storage")) {
                for (int month = 0; month < 24; month++) {
                    Money amount = Money.of(a * 1000 + month + ".25", "EUR");
                    points.add(new ConsumptionPoint(customer, service, MARCH.minusMonths(month), amount, FINAL));
                }
            }
        }

        assertThat(record(points)).isEqualTo(2400);
        assertThat(record(points)).isZero();

        List<ConsumptionPoint> now = consumption.all(AsOf.LATEST);
        assertThat(now).containsAll(points);
        assertThat(consumption.all(AsOf.validAt(db.clock().instant()))).containsExactlyInAnyOrderElementsOf(now);
        assertThat(db.journal().verify(Progress.NONE).faults()).isEmpty();
    }

    @Test
    void is_recorded_and_read_over_http() {
        http.serve(new ConsumptionRoutes(consumption));
        String point = """
                {"points": [{"account": "%s", "service": "compute", "month": "2026-03",
                  "amount": {"amount": 12.50, "currency": "EUR"}, "status": "FINAL"}], "reason": "bill of March"}
                """.formatted(account);

        assertThat(http.post("/api/v1/forecasting/consumption", point)
                        .get("recorded")
                        .asInt())
                .isEqualTo(1);

        JsonNode points =
                http.get("/api/v1/forecasting/consumption?account=" + account).get("points");
        assertThat(points).hasSize(1);
        assertThat(points.at("/0/month").asText()).isEqualTo("2026-03");
        assertThat(points.at("/0/amount/amount")).hasToString("12.50");
        assertThat(http.get("/api/v1/forecasting/consumption?asOf=2026-02-01&account=" + account)
                        .get("points"))
                .isEmpty();
        Journal journal = db.journal();
        assertThat(journal.after(io.binnacle.platform.api.journal.Position.START, 100_000))
                .filteredOn(event -> event.cause().equals("bill of March"))
                .extracting(event -> event.actor())
                .containsExactly("tess");
    }

    @Test
    void names_every_field_that_is_missing() {
        http.serve(new ConsumptionRoutes(consumption));

        JsonNode answer = http.post("/api/v1/forecasting/consumption", """
                {"points": [{"account": null, "service": " ", "month": "2026-03", "amount": null, "status": "FINAL"}]}
                """);

        assertThat(answer.get("pointers"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("/points/0/account", "/points/0/service", "/points/0/amount");
    }

    private int record(List<ConsumptionPoint> points) {
        return consumption.record(points, BILLING, "import:billing");
    }

    private ConsumptionPoint point(String service, YearMonth month, String amount, ConsumptionPoint.Status status) {
        return new ConsumptionPoint(account, service, month, Money.of(amount, "EUR"), status);
    }

    private static List<String> amounts(List<ConsumptionPoint> points) {
        return points.stream()
                .map(point -> point.amount().amount().toPlainString())
                .toList();
    }
}
