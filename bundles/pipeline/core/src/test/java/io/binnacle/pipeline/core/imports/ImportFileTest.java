package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.core.imports.file.CsvFile;
import io.binnacle.pipeline.core.imports.file.Delimiter;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImportFileTest {

    private static final String PRODUCTS = "product,series,sales_price\nGTX für Bürger,GTX,550\n";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest(name = "{1}")
    @MethodSource("encodings")
    void reads_any_of_the_usual_encodings(byte[] bytes, String encoding) {
        ImportFile file = Imports.file("products.csv", bytes);

        assertThat(file.csv().encoding().label()).isEqualTo(encoding);
        assertThat(lines(file).get(0).fields().get(0)).isEqualTo("GTX für Bürger");
        assertThat(file.format().name()).isEqualTo("maven products");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(PRODUCTS.getBytes(StandardCharsets.UTF_8), "UTF-8"),
                Arguments.of(marked(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF), "UTF-8 with BOM"),
                Arguments.of(marked(StandardCharsets.UTF_16LE, 0xFF, 0xFE), "UTF-16LE"),
                Arguments.of(marked(StandardCharsets.UTF_16BE, 0xFE, 0xFF), "UTF-16BE"),
                Arguments.of(PRODUCTS.getBytes(StandardCharsets.UTF_16LE), "UTF-16LE"),
                Arguments.of(PRODUCTS.getBytes(StandardCharsets.UTF_16BE), "UTF-16BE"),
                Arguments.of(PRODUCTS.getBytes(WINDOWS_1252), "Windows-1252"));
    }

    @Test
    void names_the_byte_that_does_not_belong() {
        // "product,series,sales_price\n" is 27 bytes; 0x81 is no character of Windows-1252.
        byte[] bytes = "product,series,sales_price\nx\u0081,GTX,1\n".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(bytes, PipelineError.UNREADABLE_FILE, "byte 29 (0x81)");
    }

    @Test
    void takes_damaged_utf_8_for_what_it_is() {
        byte[] bytes = "product,series,sales_price\nü?,GTX,1\n".getBytes(StandardCharsets.UTF_8);
        bytes[29] = (byte) 0xFF;

        assertRefused(bytes, PipelineError.UNREADABLE_FILE, "looks like UTF-8, but its byte 30 (0xFF)");
    }

    @Test
    void refuses_what_is_no_text() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, PipelineError.UNREADABLE_FILE, "is an archive without");
        assertRefused("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8), PipelineError.UNREADABLE_FILE, "NUL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "product,series,sales_price | COMMA",
                "product;series;sales_price | SEMICOLON",
                "product\tseries\tsales_price | TAB",
                "\"product\";\"series\";\"sales_price\" | SEMICOLON",
                "PRODUCT;Series;Sales_Price | SEMICOLON",
                "\"sales_price\";\"a,b,c,d\";product;series | SEMICOLON",
            })
    void finds_the_delimiter_in_the_header(String header, Delimiter delimiter) {
        String text = header.replace("\\t", "\t") + "\n";

        assertThat(Imports.file("x.csv", text.getBytes(StandardCharsets.UTF_8))
                        .csv()
                        .delimiter())
                .isEqualTo(delimiter);
    }

    @Test
    void says_what_it_found_and_what_it_knows() {
        assertRefused("colour,size\nred,4\n", PipelineError.UNKNOWN_FILE, "colour, size");
        assertRefused("colour,size\nred,4\n", PipelineError.UNKNOWN_FILE, "sales_agent, manager, regional_office");
        assertRefused("", PipelineError.UNKNOWN_FILE, "empty");
        assertRefused("product,Product,series,sales_price\n", PipelineError.UNKNOWN_FILE, "'Product' twice");
    }

    @Test
    void names_the_column_that_a_known_kind_lacks() {
        assertRefused(
                "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date\n",
                PipelineError.MISSING_COLUMN,
                "maven sales_pipeline, but has no column close_value");
        assertRefused(
                "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE,ISCLOSED,ISWON,FORECASTCATEGORY,CREATEDDATE\n",
                PipelineError.MISSING_COLUMN,
                "salesforce opportunities, but has no column OwnerId");
    }

    @Test
    void counts_lines_as_an_editor_does() {
        String text = "product,series,sales_price\r\n\"A\r\nB\",GTX,1\r\n\r\nC,GTX,2\r\n";

        assertThat(lines(Imports.file("x.csv", text)))
                .extracting(CsvFile.Line::number)
                .containsExactly(2L, 5L);
    }

    @Test
    void says_where_a_quote_is_not_closed() {
        assertRefused("product,series,sales_price\n\"A,GTX,1\nB,GTX,2\n", PipelineError.UNREADABLE_FILE, "quote");
    }

    private static List<CsvFile.Line> lines(ImportFile file) {
        List<CsvFile.Line> lines = new ArrayList<>();
        file.csv().forEach(file.layout().line(), lines::add);
        return lines;
    }

    private static byte[] marked(Charset charset, int... mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int part : mark) {
            bytes.write(part);
        }
        bytes.writeBytes(PRODUCTS.getBytes(charset));
        return bytes.toByteArray();
    }

    private static void assertRefused(String text, ErrorCode code, String detail) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), code, detail);
    }

    private static void assertRefused(byte[] bytes, ErrorCode code, String detail) {
        assertThatThrownBy(() -> Imports.file("x.csv", bytes))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code))
                .hasMessageContaining(detail);
    }
}
