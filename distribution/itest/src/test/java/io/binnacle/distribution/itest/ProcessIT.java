package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as an operator uses it. */
class ProcessIT {

    @TempDir
    Path folder;

    @Test
    void it_says_where_it_is_and_how_to_sign_in_and_stops_cleanly() throws Exception {
        Path data = folder.resolve("data");
        try (PlatformProcess platform = PlatformProcess.start(data)) {
            assertThat(platform.output()).contains("Binnacle is ready: http://127.0.0.1:", "/console/", "admin-token");
            assertThat(binnacle(data, "status").output()).contains("ready");
            assertThat(binnacle(data, "token").output().strip())
                    .isEqualTo(Files.readString(data.resolve("admin-token")).strip());
            assertThat(binnacle(data, "verify").output()).contains("0 faults");

            PlatformProcess stop = binnacle(data, "stop");

            assertThat(stop.exitCode()).isZero();
            assertThat(platform.exitCode()).isIn(0, 143);
            assertThat(platform.children()).isEmpty();
            assertThat(data.resolve("address")).doesNotExist();
            assertThat(data.resolve("binnacle.pid")).doesNotExist();
        }
        PlatformProcess status = binnacle(data, "status");
        assertThat(status.exitCode()).isEqualTo(3);
    }

    @Test
    void a_second_start_on_the_same_data_says_so() throws Exception {
        Path data = folder.resolve("data");
        try (PlatformProcess platform = PlatformProcess.start(data)) {
            PlatformProcess second = binnacle(data, "run", "--port", "0");

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().strip())
                    .startsWith("Binnacle already runs on ")
                    .doesNotContain("Exception");
            assertThat(platform.admin().get("/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void a_port_in_use_is_one_clear_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PlatformProcess refused =
                    binnacle(folder.resolve("data"), "run", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output())
                    .contains(String.valueOf(taken.getLocalPort()))
                    .contains("another program uses that port");
            assertThat(refused.output()).doesNotContain("Exception");
        }
    }

    @Test
    void it_forecasts_a_file_without_a_running_platform_and_leaves_nothing_behind() throws Exception {
        Path data = folder.resolve("data");
        Path input = folder.resolve("in.csv");
        Path output = folder.resolve("out.csv");
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (int month = 1; month <= 12; month++) {
            rows.append("A,2025-%02d,%d\n".formatted(month, 100 + month));
        }
        Files.writeString(input, rows);

        PlatformProcess forecast = binnacle(
                data, "forecast", "--input", input.toString(), "--horizon", "3", "--output", output.toString());

        assertThat(forecast.output()).contains("1 series with 12 values").doesNotContain("Exception");
        assertThat(forecast.exitCode()).isZero();
        assertThat(Files.readAllLines(output)).hasSize(4).first().asString().startsWith("series_id,step,mean,q0.025");
        assertThat(data.resolve("log")).doesNotExist();
    }

    @Test
    void models_are_scored_side_by_side_without_a_running_platform() throws Exception {
        Path data = folder.resolve("unused");
        Path input = folder.resolve("scored.csv");
        // Repeats itself each year, so that the seasonal naive forecast has no error at all.
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (int month = 0; month < 36; month++) {
            rows.append("A,%d-%02d,%d\n".formatted(2023 + month / 12, 1 + month % 12, 100 + 10 * (month % 12)));
        }
        Files.writeString(input, rows);

        PlatformProcess evaluate = binnacle(data, "evaluate", "--input", input.toString(), "--horizon", "6");

        assertThat(evaluate.output())
                .contains(
                        "| all | seasonal-naive | 1 | 0.00 | 0.00 |", "| all | combination | 1 |", "| all | ets | 1 |")
                .doesNotContain("Exception");
        assertThat(evaluate.exitCode()).isZero();
    }

    @Test
    void help_names_every_command() throws Exception {
        assertThat(binnacle(folder, "--help").output())
                .contains(
                        "run",
                        "demo",
                        "forecast",
                        "evaluate",
                        "reconcile",
                        "stop",
                        "status",
                        "import",
                        "export",
                        "restore",
                        "token",
                        "verify")
                .contains("rebuild");
    }

    private static PlatformProcess binnacle(Path data, String... arguments) throws IOException, InterruptedException {
        PlatformProcess process = PlatformProcess.launch(data, Map.of(), arguments);
        process.exitCode();
        return process;
    }
}
