package io.binnacle.forecasting.core.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
import io.binnacle.forecasting.core.batch.Tools;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandTest {

    @RegisterExtension
    static final Framework framework = new Framework();

    private static Forecasts forecasts;

    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();

    @BeforeAll
    static void one_model() {
        forecasts = TestForecasts.over(framework, List.of("six"), Map.of("six", Models.flat(2, 6)));
    }

    @Test
    void the_series_and_their_sums_come_out_by_name_and_add_up() throws IOException {
        // All three forecasts are 6; what is too much, 6, is shared alike: 6 + 2 = 4 + 4.
        int exit = run("A,1,North,1\nA,2,North,2\nB,1,South,3\nB,2,South,4\n", "--method", "ols", "--levels", "none");

        assertThat(told.toString()).contains("2 series and 1 sums of them over 2 periods, seasons of 1, by ols in");
        assertThat(exit).isZero();
        List<String> rows = Files.readAllLines(output());
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isEqualTo("series_id,level,step,mean,model");
        assertThat(rows.get(1)).matches("total,total,1,(8\\.0|7\\.999999999999\\d*|8\\.00000000000\\d*),six@\\S+");
        assertThat(rows.get(2)).startsWith("A,bottom,1,");
    }

    @Test
    void intervals_have_a_column_for_each_bound() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String region : List.of("North", "South")) {
            for (int t = 1; t <= 12; t++) {
                rows.append("%s,%d,%s,%d\n".formatted(region, t, region, t * t % 7));
            }
        }

        assertThat(run(rows.toString(), "--method", "mint", "--levels", "80,95"))
                .isZero();
        assertThat(Files.readAllLines(output()).get(0))
                .isEqualTo("series_id,level,step,mean,q0.025,q0.1,q0.9,q0.975,model");
    }

    @Test
    void a_series_without_a_group_is_named() throws IOException {
        assertThat(run("A,1,North,1\nA,2,North,2\nB,1,,3\nB,2,,4\n")).isEqualTo(1);
        assertThat(told.toString()).contains("series 'B' has no region; each series needs a value");
    }

    @Test
    void a_series_in_two_places_is_named_with_its_line() throws IOException {
        assertThat(run("A,1,North,1\nA,2,South,2\n")).isEqualTo(1);
        assertThat(told.toString()).contains("line 3: series 'A' belongs to [South] here and to [North] before");
    }

    @Test
    void series_over_other_periods_are_named() throws IOException {
        assertThat(run("A,1,North,1\nA,2,North,2\nB,1,South,3\n")).isEqualTo(1);
        assertThat(told.toString()).contains("series 'B' has 1 periods and 'A' has 2");

        assertThat(run("A,1,North,1\nA,2,North,2\nB,2,South,3\nB,3,South,3\n")).isEqualTo(1);
        assertThat(told.toString()).contains("series 'B' begins 1 periods after 'A'");
    }

    @Test
    void an_unknown_method_is_told_with_those_there_are() throws IOException {
        assertThat(run("A,1,North,1\n", "--method", "magic")).isEqualTo(1);
        assertThat(told.toString())
                .contains("no method 'magic'; there are [bottom-up, top-down-average-proportions,")
                .contains("mint-nonnegative]");
    }

    @Test
    void a_column_that_is_not_there_is_told_with_those_that_are() throws IOException {
        assertThat(run("A,1,North,1\n", "--structure", "state / region")).isEqualTo(1);
        assertThat(told.toString()).contains("the column 'state' is missing");
        assertThat(output()).doesNotExist();
    }

    @Test
    void a_model_that_is_not_there_is_told_with_those_that_are() throws IOException {
        assertThat(run(
                        "A,1,North,1\nA,2,North,2\nB,1,South,3\nB,2,South,4\n",
                        "--model",
                        "oracle",
                        "--levels",
                        "none",
                        "--method",
                        "ols"))
                .isEqualTo(1);
        assertThat(told.toString()).startsWith("no forecast model 'oracle' is installed");
    }

    private int run(String rows, String... more) throws IOException {
        Path input = folder.resolve("in.csv");
        Files.writeString(input, "series_id,t,Region,value\n" + rows);
        List<String> arguments = new ArrayList<>(List.of(
                "--input", input.toString(), "--output", output().toString(), "--horizon", "1", "--season", "1"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--structure")) {
            arguments.addAll(List.of("--structure", "region"));
        }
        PrintWriter writer = new PrintWriter(told, true);
        return Tools.run(new ReconcileCommand(forecasts), writer, writer, arguments.toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("out.csv");
    }
}
