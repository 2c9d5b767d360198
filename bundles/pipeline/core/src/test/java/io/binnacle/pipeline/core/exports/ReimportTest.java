package io.binnacle.pipeline.core.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.imports.ImportReport;
import io.binnacle.pipeline.core.imports.Imports;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes out in the shape of Salesforce comes into an empty instance with the same deals and their past. */
class ReimportTest {

    @RegisterExtension
    static final TestDatabase from = TestDatabase.withSchemas("pipeline");

    @RegisterExtension
    static final TestDatabase to = TestDatabase.withSchemas("pipeline");

    private static final String USERS = """
            Id,Name,ManagerId
            005000000000001,Ann,005000000000003
            005000000000002,Bob,005000000000003
            005000000000003,Mia,
            """;
    private static final String ACCOUNTS = """
            Id,Name,ParentId
            001000000000001,"+Plus, Inc.",
            001000000000002,Below,001000000000001
            """;
    private static final String DEALS = """
            Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,LastModifiedDate,CurrencyIsoCode,NextStep
            006A,001000000000001,=Fleet,Propose,1250.50,2026-12-15,false,false,BestCase,005000000000001,2026-01-05T00:00:00Z,2026-03-01T08:30:00Z,EUR,-1 call
            006B,001000000000002,A port,Closed Won,99,2026-02-20,true,true,Closed,005000000000001,2026-01-05T00:00:00Z,2026-02-20T00:00:00Z,USD,
            006C,001000000000002,A lock,Closed Lost,10,2026-02-21,true,false,Omitted,005000000000002,2026-01-06T00:00:00Z,2026-02-21T00:00:00Z,USD,
            """;
    private static final String HISTORY = """
            OpportunityId,CreatedDate,StageName,Amount,CloseDate,ForecastCategory
            006A,2026-01-05T09:00:00Z,Qualify,1000,2026-10-31,Pipeline
            006A,2026-02-01T08:30:00Z,Qualify,1100.25,2026-12-15,Pipeline
            006A,2026-03-01T08:30:00Z,Propose,1250.50,2026-12-15,BestCase
            006B,2026-01-05T09:00:00Z,Qualify,80,2026-02-28,Pipeline
            006B,2026-02-20T00:00:00Z,Closed Won,99,2026-02-20,Closed
            006C,2026-01-06T09:00:00Z,Qualify,10,2026-02-28,Pipeline
            """;
    private static final String OWNERS = """
            OpportunityId,CreatedDate,Field,OldValue,NewValue
            006A,2026-01-15T00:00:00Z,Owner,005000000000002,005000000000001
            """;
    private static final List<String> DAYS =
            List.of("2026-01-10", "2026-01-20", "2026-02-10", "2026-02-25", "2026-03-10");

    @Test
    void deals_sums_and_every_day_of_the_past_are_equal() throws IOException {
        bring(
                from,
                List.of(
                        Imports.file("u.csv", USERS),
                        Imports.file("a.csv", ACCOUNTS),
                        Imports.file("o.csv", DEALS),
                        Imports.file("h.csv", HISTORY),
                        Imports.file("f.csv", OWNERS)));

        ImportReport report = bring(to, exported(from));

        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.accepted()).isEqualTo(file.rows()));
        assertThat(sums(to))
                .isEqualTo(sums(from))
                .isEqualTo(Map.of("Propose", "1250.5 EUR", "Closed Won", "99 USD", "Closed Lost", "10 USD"));
        for (String day : DAYS) {
            assertThat(standing(to, day)).as(day).isNotEmpty().isEqualTo(standing(from, day));
        }
        assertThat(standing(to, "2026-01-10"))
                .contains("=Fleet | Qualify | 1000 EUR | 2026-10-31 | PIPELINE | OPEN | Bob | FULL");
        assertThat(standing(to, "2026-03-10"))
                .contains("=Fleet | Propose | 1250.5 EUR | 2026-12-15 | BEST_CASE | OPEN | Ann | FULL");
        assertThat(bring(to, exported(from)).outcome().events()).isZero();
        assertThat(exported(to)).hasSameSizeAs(exported(from));
    }

    private static ImportReport bring(TestDatabase db, List<ImportFile> files) {
        ImportReport report = new Imports(db).run(false, files.toArray(ImportFile[]::new));
        assertThat(report.files()).allSatisfy(file -> assertThat(file.errors()).isEmpty());
        return report;
    }

    private static List<ImportFile> exported(TestDatabase db) throws IOException {
        List<ImportFile> files = new ArrayList<>();
        CrmExport export = new CrmExport(db.database(), db.journal(), opportunities(db), ZoneOffset.UTC);
        try (InputStream in = export.open("salesforce", AsOf.LATEST);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(Imports.file(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return files;
    }

    private static Map<String, String> sums(TestDatabase db) {
        return opportunities(db).list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                .collect(Collectors.toMap(Opportunity::stage, deal -> text(deal.amount())));
    }

    /** Each deal as it stood, for a person. */
    private static List<String> standing(TestDatabase db, String day) {
        Map<UUID, String> owners = new StoredHierarchy(db.database())
                .all().stream().collect(Collectors.toMap(node -> node.id(), node -> node.name()));
        return opportunities(db).list(OpportunityFilter.ALL, AsOf.validAt(Given.instant(day))).stream()
                .map(deal -> String.join(
                        " | ",
                        deal.name(),
                        deal.stage(),
                        text(deal.amount()),
                        deal.closeDate().map(LocalDate::toString).orElse(""),
                        deal.category().name(),
                        deal.status().name(),
                        deal.owner().map(owners::get).orElse(""),
                        deal.historyQuality().name()))
                .sorted()
                .toList();
    }

    private static String text(Optional<Money> amount) {
        return amount.map(money -> money.amount().stripTrailingZeros().toPlainString() + " " + money.currency())
                .orElse("");
    }

    private static JournaledOpportunities opportunities(TestDatabase db) {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
    }
}
