package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityLine;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.api.Touch;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.details.StoredDetails;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What deals sell, and what was done about them, from Salesforce. */
class DetailsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String DEALS = """
            Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,CurrencyIsoCode
            006A,,Deal A,Qualification,115.50,2026-09-30,false,false,Pipeline,005A,2026-01-09T00:00:00Z,USD
            006B,,Deal B,Qualification,50.00,2026-09-30,false,false,Pipeline,005B,2026-01-09T00:00:00Z,USD
            """;
    private static final String PRODUCTS = """
            Id,Name,Family
            01tA,Pump,Pumps
            """;
    private static final String LINES = """
            Id,OpportunityId,Product2Id,Quantity,UnitPrice,TotalPrice,Discount,ServiceDate,CurrencyIsoCode,CreatedDate
            00k1,006A,01tA,2,50.00,90.00,10,2026-10-01,USD,2026-02-01T00:00:00Z
            00k2,006A,,1,25.50,25.50,,,USD,2026-03-01T00:00:00Z
            00k3,006B,01tA,1,40,40,,,USD,2026-02-01T00:00:00Z
            00k4,006B,01tZ,1,10,10,,,USD,2026-02-01T00:00:00Z
            """;
    private static final String TASKS = """
            Id,WhatId,Subject,ActivityDate,Status,OwnerId,Type
            00T1,006A,Called,2026-03-05,Completed,005A,Call
            00T2,006A,To call,2026-10-20,Not Started,005A,Call
            00T3,001A,About an account,2026-03-05,Completed,005A,Call
            00T4,006A,Without a day,,Not Started,005A,Call
            00T5,006A,Done ahead,2030-01-01,Completed,005A,Call
            """;

    private final StoredDetails details = new StoredDetails(db.database(), db.journal());

    @Test
    void lines_and_tasks_come_in_with_their_deals_and_once() {
        ImportReport report = run();

        assertThat(report.outcome().counts().get("opportunity-line")).isEqualTo(new Count(3, 0, 0));
        assertThat(report.outcome().counts().get("touch")).isEqualTo(new Count(2, 0, 0));
        assertThat(details.lines(deal("Deal A"), AsOf.LATEST))
                .extracting(line -> line.total().amount().doubleValue(), line -> line.product()
                        .isPresent())
                .containsExactlyInAnyOrder(tuple(90.0, true), tuple(25.5, false));
        assertThat(details.lines(deal("Deal A"), AsOf.validAt(Instant.parse("2026-02-15T00:00:00Z"))))
                .extracting(OpportunityLine::total)
                .singleElement()
                .satisfies(total ->
                        assertThat(total.isWorth(Money.of("90", "USD"))).isTrue());
        assertThat(details.touches(deal("Deal A"), Instant.MAX))
                .extracting(Touch::subject, Touch::kind, Touch::done)
                .containsExactly(tuple("Called", "Call", true), tuple("To call", "Call", false));
        assertThat(details.lastTouches(LocalDate.parse("2026-11-01"), Instant.MAX))
                .isEqualTo(Map.of(deal("Deal A"), LocalDate.parse("2026-03-05")));
        assertThat(faults(report, 0)).containsExactly(tuple(3L, "Amount", "AMOUNT_DIFFERS"));
        assertThat(faults(report, 2)).containsExactly(tuple(5L, "Product2Id", "UNKNOWN_REFERENCE"));
        assertThat(faults(report, 3))
                .containsExactly(
                        tuple(6L, "ActivityDate", "IMPOSSIBLE_DATE"),
                        tuple(4L, "WhatId", "LEFT_OUT"),
                        tuple(5L, "ActivityDate", "LEFT_OUT"));
        assertThat(run().outcome().events()).isZero();
    }

    private static ImportReport run() {
        return new Imports(db)
                .run(
                        false,
                        Imports.file("o.csv", DEALS),
                        Imports.file("p.csv", PRODUCTS),
                        Imports.file("l.csv", LINES),
                        Imports.file("t.csv", TASKS));
    }

    private static List<Tuple> faults(ImportReport report, int file) {
        List<RowProblem> problems = new ArrayList<>(report.files().get(file).errors());
        problems.addAll(report.files().get(file).warnings());
        return problems.stream()
                .map(problem -> tuple(problem.line(), problem.field(), problem.code()))
                .toList();
    }

    private static UUID deal(String name) {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC)
                .list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                        .filter(found -> found.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }
}
