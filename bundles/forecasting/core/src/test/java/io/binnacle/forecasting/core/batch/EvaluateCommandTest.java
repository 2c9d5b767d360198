package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
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

/** The series step by 1 and end in 4; what comes is 5 and 6. Models forecast the same value with a deviation of 1. */
class EvaluateCommandTest {

    private static final String SPLIT =
            "series_id,t,part,value\nA,1,train,1\nA,2,train,2\nA,3,train,3\nA,4,train,4\nA,5,test,5\nA,6,test,6\n";

    @RegisterExtension
    static final Framework framework = new Framework();

    private static Forecasts forecasts;

    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();
    private final StringWriter told = new StringWriter();

    @BeforeAll
    static void models() {
        forecasts = TestForecasts.over(
                framework,
                List.of("five"),
                Map.of(
                        "naive", Models.flat(4),
                        "seasonal-naive", Models.flat(4),
                        "five", Models.flat(5),
                        "patient", patient()));
    }

    @Test
    void the_table_is_what_hand_arithmetic_says() throws IOException {
        assertThat(run(SPLIT, "--season", "1", "--models", "five")).isZero();

        // Errors 0 and -1: sMAPE (0 + 200/11) / 2, MASE 0.5, RMSSE sqrt(1/2), WAPE 1/11; both are inside 5 +- 1.96.
        assertThat(cells("five"))
                .startsWith("all", "five", "1", "9.09", "9.09", "0.500", "0.707", "9.09", "-9.09", "3.92")
                .contains("100.0", "5.0");
        // The baselines are there though nobody named them: errors -1 and -2; 6 is outside 4 +- 1.96 by 0.04.
        assertThat(cells("naive")).startsWith("all", "naive", "1", "31.11", "31.11", "1.500", "1.581", "27.27");
        assertThat(cells("seasonal-naive")).contains("50.0", "45.0");
        assertThat(printed.toString()).doesNotContain("patient");
    }

    @Test
    void by_how_far_ahead() throws IOException {
        run(SPLIT, "--season", "1", "--models", "five", "--by", "step");

        assertThat(printed.toString()).contains("| step 1 | five | 1 | 0.00 |", "| step 2 | five | 1 | 18.18 |");
    }

    @Test
    void series_by_series_and_by_segment() throws IOException {
        String segments = """
                series_id,t,part,value,segment
                A,1,train,3,EMEA
                A,2,train,4,EMEA
                A,3,test,5,EMEA
                B,1,train,3,APAC
                B,2,train,4,APAC
                B,3,test,15,APAC
                C,1,train,3,APAC
                C,2,train,4,APAC
                C,3,test,5,APAC
                """;

        run(segments, "--season", "1", "--models", "five", "--by", "series,segment");

        // Five is right for A and C, and 10 off 15 for B: sMAPE 200 · 10 / 20 = 100.
        assertThat(printed.toString())
                .contains("| series A | five | 1 | 0.00 |", "| series B | five | 1 | 100.00 |")
                .contains("| segment EMEA | five | 1 | 0.00 |", "| segment APAC | five | 2 | 50.00 |");
    }

    @Test
    void a_file_without_segments_cannot_be_told_by_segment() throws IOException {
        assertThat(run(SPLIT, "--by", "segment")).isEqualTo(1);
        assertThat(told.toString()).contains("segment");
    }

    @Test
    void without_parts_the_last_periods_are_held_back_from_several_origins() throws IOException {
        String whole = "series_id,t,value\nA,1,1\nA,2,2\nA,3,3\nA,4,4\nA,5,5\nA,6,6\n";

        run(whole, "--season", "1", "--horizon", "2", "--origins", "2", "--models", "patient");

        // The origins are after 2 and after 4 observations; the patient model takes only the later one.
        assertThat(cells("naive").get(2)).isEqualTo("2");
        assertThat(cells("patient").get(2)).isEqualTo("1");
        assertThat(told.toString()).contains("patient left out 1 of them, the first is A");
    }

    @Test
    void seasons_from_a_file() throws IOException {
        Path seasons = Files.writeString(folder.resolve("seasons.csv"), "series_id,frequency\nA,2\n");

        run(SPLIT, "--seasons", seasons.toString(), "--models", "five", "--by", "season");

        // Two periods apart the history steps by 2, so that MASE is 0.5 / 2.
        assertThat(printed.toString()).contains("| season 2 | five | 1 | 9.09 | 9.09 | 0.250 |");
    }

    @Test
    void what_cannot_be_scored_says_why() throws IOException {
        assertThat(run("series_id,t,value\nA,1,1\nA,2,2\n")).isEqualTo(1);
        assertThat(told.toString()).contains("no series of the file can be scored", "give --horizon");
        assertThat(run(SPLIT, "--models", "crystal-ball")).isEqualTo(1);
        assertThat(told.toString()).contains("no forecast model 'crystal-ball' is installed; installed: [");
    }

    /** Forecasts 6 once there are four observations. */
    private static ForecastModel patient() {
        return Models.of(4, (history, outlook) -> {
            if (history.length() < 4) {
                throw HISTORY_TOO_SHORT.because("%d observations are too few", history.length());
            }
            return Models.flat(6).forecast(history, outlook);
        });
    }

    private int run(String content, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--input", Files.writeString(folder.resolve("in.csv"), content).toString()));
        all.addAll(List.of(arguments));
        return Tools.run(
                new EvaluateCommand(forecasts),
                new PrintWriter(printed, true),
                new PrintWriter(told, true),
                all.toArray(String[]::new));
    }

    private List<String> cells(String model) {
        String row = printed.toString()
                .lines()
                .filter(line -> line.startsWith("| all | " + model + " |"))
                .findFirst()
                .orElseThrow();
        return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
    }
}
