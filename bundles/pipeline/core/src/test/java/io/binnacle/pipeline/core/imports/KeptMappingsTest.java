package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.mapping.KeptMappings;
import io.binnacle.pipeline.core.projection.MappingProjection;
import io.binnacle.pipeline.core.store.MappingRow;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.testkit.TestDatabase;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mappings are written once, kept with their history, and used by name or by their columns. */
class KeptMappingsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String NAME = "Vertrieb";
    private static final String TEXT = """
            system: crm-de
            record: deal
            columns: {id: Nummer, name: Verkaufschance, stage: Phase, status: Phase, amount: Betrag, closeDate: Abschluss, created: Erstellt}
            values: {status: {Gewonnen: WON, Verhandlung: OPEN}}
            defaults: {currency: EUR}
            """;
    private static final String FILE = "Nummer;Verkaufschance;Phase;Betrag;Abschluss;Erstellt\n"
            + "7;Rahmenvertrag;Verhandlung;1.234,50;31.12.2026;05.01.2026\n";

    private KeptMappings mappings;

    @BeforeEach
    void there_are_none() {
        mappings = new KeptMappings(db.database(), db.journal(), db.clock());
    }

    @AfterEach
    void remove() {
        mappings.all().forEach(row -> mappings.remove(row.name(), row.version(), Given.SELLER, ""));
    }

    @Test
    void a_file_comes_in_by_the_columns_of_a_kept_mapping() {
        put(TEXT);
        List<ImportFormat> formats = mappings.formats();

        FileReport report = new Imports(db)
                .run(false, Imports.file("deals.csv", FILE, formats))
                .files()
                .get(0);

        assertThat(report.format()).isEqualTo(NAME);
        assertThat(report.errors()).isEmpty();
        assertThat(report.totals()).containsExactly(Given.money("1234.50 EUR"));
    }

    @Test
    void a_change_needs_the_version_that_it_changes() {
        MappingRow first = put(TEXT);

        refused(PlatformError.PRECONDITION_REQUIRED, () -> put(TEXT));
        MappingRow second = put(TEXT + "optional: [amount]\n", first.version());
        refused(PlatformError.STALE_VERSION, () -> put(TEXT, first.version()));

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(mappings.get(NAME)).isEqualTo(second);
        assertThat(put(second.text(), second.version())).isEqualTo(second);
    }

    @Test
    void a_removed_mapping_is_gone_and_its_name_is_free() {
        MappingRow first = put(TEXT);
        mappings.remove(NAME, first.version(), Given.SELLER, "no more");

        refused(PipelineError.MAPPING_NOT_FOUND, () -> mappings.get(NAME));
        refused(PipelineError.MAPPING_NOT_FOUND, () -> put(TEXT, first.version()));
        assertThat(mappings.formats()).isEmpty();
        assertThat(put(TEXT).version()).isGreaterThan(first.version());
        assertThat(mappings.all()).hasSize(1);
    }

    @Test
    void what_is_no_mapping_or_has_a_taken_name_is_not_kept() {
        assertThatThrownBy(() -> put("system: crm\nrecord: deal\ncolumns:\n  nome: Name\n"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .anySatisfy(error -> assertThat(error.detail()).startsWith("line 4: 'nome' is not one of")));
        refused(
                PipelineError.INVALID_MAPPING,
                () -> mappings.put(NAME, TEXT, OptionalLong.empty(), List.of(NAME), Given.SELLER, ""));
        refused(
                PipelineError.INVALID_MAPPING,
                () -> mappings.put("a/b", TEXT, OptionalLong.empty(), List.of(), Given.SELLER, ""));
        assertThat(mappings.all()).isEmpty();
    }

    @Test
    void the_table_is_what_the_journal_says() {
        MappingRow first = put(TEXT);
        put(TEXT + "optional: [amount]\n", first.version());

        db.database().useTransaction(handle -> handle.execute("update pipeline.import_mapping set text = 'damaged'"));

        assertThat(db.mend(new MappingProjection(() -> "pipeline")))
                .contains("pipeline.import_mapping: 0 missing, 1 changed, 0 surplus");
        assertThat(mappings.get(NAME).text()).endsWith("optional: [amount]\n");
    }

    private MappingRow put(String text) {
        return mappings.put(NAME, text, OptionalLong.empty(), List.of(), Given.SELLER, "");
    }

    private MappingRow put(String text, long version) {
        return mappings.put(NAME, text, OptionalLong.of(version), List.of(), Given.SELLER, "");
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                .isEqualTo(code));
    }
}
