package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.imports.ImportReport.ColumnReport;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.DateStyle;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.file.NumberStyle;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.pipeline.core.imports.mapping.MappingReader;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is found out about a file, and said before anything is written. */
class DetectionTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String REPORT =
            "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Region\n";

    private static Imports imports;

    @BeforeAll
    static void imports_are_there() {
        imports = new Imports(db);
    }

    @Test
    void the_form_of_dates_is_decided_over_all_rows() {
        FileReport report =
                dryRun(REPORT + row("A", "5", "4/5/2026", "1/2/2026") + row("B", "5", "4/25/2026", "1/2/2026"));

        assertThat(report.detected().dates()).isEqualTo("M/d/yyyy");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void dates_that_can_be_read_in_two_ways_are_told_and_not_written_until_somebody_chooses() {
        String text = REPORT + row("A", "5", "4/5/2026", "1/2/2026");

        assertThat(dryRun(text).warnings())
                .extracting(RowProblem::line, RowProblem::code, RowProblem::value)
                .containsExactly(tuple(2L, "AMBIGUOUS", "4/5/2026"));
        assertThatThrownBy(() -> imports.run(false, Imports.file("r.csv", text)))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(PipelineError.AMBIGUOUS_FILE);
                    assertThat(failure.fields()).extracting(FieldError::pointer).containsExactly("/dates");
                })
                .hasMessageContaining("dates=M/d/yyyy or dates=d/M/yyyy");
        Choices choice = new Choices(
                Optional.empty(),
                Optional.empty(),
                Optional.of(DateStyle.DAY_MONTH_YEAR),
                Optional.empty(),
                Optional.empty());
        assertThat(imports.run(false, file(text, choice)).files().get(0).accepted())
                .isEqualTo(1);
    }

    @Test
    void a_number_that_could_be_two_is_told_unless_another_row_decides() {
        String twofold = REPORT + row("A", "1.234", "2026-05-04", "2026-01-02");
        Choices comma = new Choices(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NumberStyle.COMMA), Optional.empty());

        assertThat(dryRun(twofold).warnings()).extracting(RowProblem::code).containsExactly("AMBIGUOUS");
        assertThat(dryRun(twofold + row("B", "\"1,5\"", "2026-05-04", "2026-01-02"))
                        .totals()
                        .get(0)
                        .amount())
                .isEqualByComparingTo("1235.5");
        assertThat(imports.run(true, file(twofold, comma))
                        .files()
                        .get(0)
                        .totals()
                        .get(0)
                        .amount())
                .isEqualByComparingTo("1234");
    }

    @Test
    void titles_before_the_header_and_notes_behind_the_rows_are_left_out_and_named() {
        FileReport report = dryRun("My report\nAs of today\n\n" + REPORT + row("A", "5", "2026-05-04", "2026-01-02")
                + "\nTotal\nConfidential\n");

        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.detected().headerLine()).isEqualTo(4);
        assertThat(report.detected().footerLines()).containsExactly(7L, 8L);
    }

    @Test
    void a_short_line_between_rows_is_an_error_and_no_footer() {
        FileReport report = dryRun(REPORT + row("A", "5", "2026-05-04", "2026-01-02") + "oops\n"
                + row("B", "5", "2026-05-04", "2026-01-02"));

        assertThat(report.errors())
                .extracting(RowProblem::line, RowProblem::code)
                .containsExactly(tuple(3L, "WRONG_COLUMN_COUNT"));
    }

    @Test
    void every_column_says_what_it_is_read_as_with_a_sample_and_a_sum() {
        FileReport report =
                dryRun(REPORT + row("A", "5", "2026-05-04", "2026-01-02") + row("B", "7", "2026-05-04", "2026-01-02"));

        assertThat(report.detected().columns())
                .filteredOn(column -> List.of("Amount", "Region").contains(column.header()))
                .extracting(
                        ColumnReport::header,
                        column -> column.field().orElse(""),
                        column -> column.sample().orElse(""),
                        column -> column.sum().map(Object::toString).orElse(""))
                .containsExactly(tuple("Amount", "amount", "5", "12"), tuple("Region", "ext.Region", "West", ""));
    }

    @Test
    void a_zip_stands_for_the_files_in_it() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("export/deals.csv"));
            zip.write((REPORT + row("A", "5", "2026-05-04", "2026-01-02")).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("export/readme.txt"));
        }

        try (Uploads uploads = new Uploads().add("all.zip", new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(uploads.files()).extracting(Uploads.Sent::name).containsExactly("deals.csv");
        }
    }

    @Test
    void a_mapping_says_by_line_what_is_wrong_with_it() {
        String mapping = """
                system: Mine!
                record: deal
                columns:
                  id: Number
                  nam: Title
                formats: {dates: YYYY}
                """;

        assertThatThrownBy(() -> MappingReader.read(Optional.of("mine"), mapping))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .extracting(FieldError::pointer, FieldError::code)
                        .contains(
                                tuple("/1", "INVALID_SYSTEM"),
                                tuple("/5", "UNKNOWN_FIELD"),
                                tuple("/3", "MISSING_FIELD"),
                                tuple("/6", "UNKNOWN_CHOICE")));
        assertThatThrownBy(() -> MappingReader.read(Optional.of("mine"), "system: a\n  record: [\n"))
                .hasMessageContaining("line 2 of the mapping is no YAML");
    }

    @Test
    void a_format_is_used_from_when_it_comes_until_it_goes() {
        ImportFormats formats = new ImportFormats(Imports.FORMATS);
        ImportFormat mine = MappingReader.read(
                Optional.of("mine"), "system: mine\nrecord: account\ncolumns: {id: Kennung, name: Bezeichnung}\n");
        String text = "Kennung,Bezeichnung\n1,Acme\n";

        formats.bind(mine);
        assertThat(Imports.file("m.csv", text, formats.all()).format()).isSameAs(mine);
        formats.unbind(mine);

        assertThatThrownBy(() -> Imports.file("m.csv", text, formats.all()))
                .hasMessageContaining("of no kind that is known");
    }

    private static FileReport dryRun(String text) {
        return imports.run(true, Imports.file("r.csv", text)).files().get(0);
    }

    private static ImportFile file(String text, Choices choices) {
        return Imports.file("r.csv", text.getBytes(StandardCharsets.UTF_8), choices);
    }

    private static String row(String id, String amount, String closes, String created) {
        return id + ",A deal,Propose," + amount + "," + closes + "," + created + ",Ann,West\n";
    }
}
