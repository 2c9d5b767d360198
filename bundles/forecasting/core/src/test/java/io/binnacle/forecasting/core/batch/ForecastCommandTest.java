package io.binnacle.forecasting.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

    @RegisterExtension
    static final Framework framework = new Framework();

    private static Forecasts forecasts;

    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();

    @BeforeAll
    static void two_models() {
        forecasts = TestForecasts.over(
                framework, List.of("picky", "plain"), Map.of("picky", Models.flat(3, 100), "plain", Models.flat(2, 5)));
    }

    @Test
    void every_series_is_forecast_and_the_model_that_answered_is_named() throws IOException {
        int exit = run("A,1,1\nA,2,1\nA,3,1\nB,1,1\nB,2,1\n", "--horizon", "2", "--levels", "80,95");

        // The quantiles of a normal distribution with a deviation of 1: 1.2816 and 1.9600.
        assertThat(exit).isZero();
        List<String> rows = Files.readAllLines(output());
        assertThat(rows.get(0)).isEqualTo("series_id,step,mean,q0.025,q0.1,q0.9,q0.975,model,problem");
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1)).matches("A,1,100\\.0,98\\.04\\d*,98\\.71\\d*,101\\.28\\d*,101\\.9\\d*,picky@\\S+,");
        assertThat(rows.get(4)).startsWith("B,2,5.0,").contains("plain@");
        assertThat(told.toString()).contains("2 series with 5 values", "{picky=1, plain=1}");
    }

    @Test
    void a_series_too_short_for_every_model_says_so_in_its_row() throws IOException {
        int exit = run("A,1,1\nB,1,1\nB,2,1\n", "--horizon", "1", "--levels", "80");

        assertThat(exit).isEqualTo(1);
        assertThat(Files.readAllLines(output()).get(1)).startsWith("A,0,,,,,").contains("1 observations are too few");
        assertThat(told.toString()).contains("1 could not be forecast");
    }

    @Test
    void packed_files_are_read_as_they_are() throws IOException {
        Path packed = folder.resolve("in.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("series_id,t,value\nA,1,1\nA,2,1\nA,3,1\n".getBytes());
        }

        assertThat(run(packed, "--horizon", "1", "--levels", "80")).isZero();
        assertThat(Files.readAllLines(output())).hasSize(2);
    }

    @Test
    void ten_thousand_series_come_out_in_the_order_in_which_they_went_in() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            rows.append("S%05d,1,1\nS%05d,2,1\nS%05d,3,1\n".formatted(i, i, i));
        }

        assertThat(run(rows.toString(), "--horizon", "1", "--levels", "80", "--threads", "4"))
                .isZero();
        List<String> out = Files.readAllLines(output());
        assertThat(out.subList(1, out.size())).hasSize(10_000).isSorted();
    }

    @Test
    void a_bad_line_stops_it_and_an_earlier_output_stays() throws IOException {
        Files.writeString(output(), "what was there");

        int exit = run("A,1,1\nA,2,one\n", "--horizon", "1");

        assertThat(exit).isEqualTo(1);
        assertThat(told.toString()).startsWith("line 3: value must be a number").doesNotContain("Exception");
        assertThat(output()).hasContent("what was there");
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void a_model_that_is_not_there_is_named_with_those_that_are() throws IOException {
        assertThat(run("A,1,1\n", "--horizon", "1", "--model", "magic")).isEqualTo(1);
        assertThat(told.toString()).contains("no forecast model 'magic' is installed; installed: [picky, plain]");
        assertThat(output()).doesNotExist();
    }

    @Test
    void what_is_missing_or_wrong_on_the_command_line_is_told() {
        assertThat(Tools.run(new ForecastCommand(forecasts), writer(), writer()))
                .isEqualTo(2);
        assertThat(told.toString()).contains("--input=FILE.csv", "binnacle forecast --help");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(run(folder.resolve("none.csv"), "--horizon", "1")).isEqualTo(1);
        assertThat(told.toString()).startsWith("There is no file").contains("none.csv");
    }

    private int run(String rows, String... more) throws IOException {
        Path input = folder.resolve("in.csv");
        Files.writeString(input, "series_id,t,value\n" + rows);
        return run(input, more);
    }

    private int run(Path input, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("--input", input.toString(), "--output", output().toString(), "--season", "1"));
        arguments.addAll(List.of(more));
        return Tools.run(new ForecastCommand(forecasts), writer(), writer(), arguments.toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("out.csv");
    }

    private PrintWriter writer() {
        return new PrintWriter(told, true);
    }
}
