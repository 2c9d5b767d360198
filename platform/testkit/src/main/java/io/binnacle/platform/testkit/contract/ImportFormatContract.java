package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link ImportFormat} promises. Extend it in the tests of a format. */
public abstract class ImportFormatContract {

    private static final ImportContext CONTEXT =
            new ImportContext("USD", ZoneOffset.UTC, LocalDate.parse("2026-11-02"));

    /** The format under test. */
    protected abstract ImportFormat format();

    /** A row that is good, by the names of the format's columns, in ISO dates and plain numbers. */
    protected abstract Map<String, String> goodRow();

    @Test
    void has_a_name_for_a_person_and_a_system_in_lower_case() {
        assertThat(format().name()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        assertThat(format().system()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void can_be_told_by_a_column_that_it_needs() {
        assertThat(format().columns()).anyMatch(ImportColumn::needed);
    }

    @Test
    void names_each_column_once() {
        assertThat(format().columns()).extracting(ImportColumn::name).doesNotHaveDuplicates();
    }

    @Test
    void knows_the_deal_by_columns_that_it_reads() {
        assertThat(format().columns()).extracting(ImportColumn::name).containsAll(format().dealColumns());
    }

    @Test
    void declares_the_same_whenever_it_is_asked() {
        assertThat(format().columns()).isEqualTo(format().columns());
        assertThat(format().dealColumns()).isEqualTo(format().dealColumns());
    }

    @Test
    void a_good_row_brings_something_and_has_no_errors() {
        RowOfTexts row = new RowOfTexts(goodRow());
        CountingSink sink = new CountingSink();

        format().read(row, CONTEXT, sink);

        assertThat(row.errors()).isEmpty();
        assertThat(sink.brought()).isPositive();
    }

    @Test
    void an_empty_row_is_refused_and_brings_nothing() {
        assertRefused(Map.of());
    }

    @Test
    void bad_texts_are_errors_of_the_row_and_never_exceptions() {
        for (String text : List.of("?", "-1", "31.02.2026", "9".repeat(300), "\u0000")) {
            Map<String, String> row =
                    format().columns().stream().collect(Collectors.toMap(ImportColumn::name, column -> text));
            assertThatCode(() -> format().read(new RowOfTexts(row), CONTEXT, new CountingSink()))
                    .as("a row full of '%s'", text.substring(0, 1).toLowerCase(Locale.ROOT))
                    .doesNotThrowAnyException();
        }
    }

    private void assertRefused(Map<String, String> texts) {
        RowOfTexts row = new RowOfTexts(texts);
        CountingSink sink = new CountingSink();

        format().read(row, CONTEXT, sink);

        assertThat(row.errors()).isNotEmpty();
        assertThat(sink.brought()).isZero();
    }
}
