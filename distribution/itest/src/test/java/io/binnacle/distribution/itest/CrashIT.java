package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the platform and of its database, again and again, in the middle of imports and writes. */
class CrashIT {

    private static final int ROUNDS = 4;
    private static final int ROWS = 3000;

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_row_is_there_and_none_half() throws Exception {
        Path data = folder.resolve("data");
        Random random = new Random(4);
        int imported = 0;
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (PlatformProcess platform = PlatformProcess.start(data)) {
                ApiClient admin = platform.admin();
                CompletableFuture<Void> writes = CompletableFuture.runAsync(() -> write(admin, acknowledged));
                Response accepted = admin.upload("/api/v1/imports", List.of(file(round)));
                killDuring(admin, accepted, platform, random.nextInt(100));
                writes.handle((nothing, failure) -> failure).join();
            }
            try (PlatformProcess platform = PlatformProcess.start(data)) {
                int now = imported(platform.admin());
                assertThat(now).as("all rows of an import or none").isIn(imported, imported + ROWS);
                imported = now;
                assertThat(platform.admin().get("/api/v1/operations").json().toString())
                        .doesNotContain("RUNNING");
                for (String path : acknowledged) {
                    assertThat(platform.admin().get(path).status()).as(path).isEqualTo(200);
                }
                JsonNode verified = platform.admin().outcome(platform.admin().post("/api/v1/journal:verify", ""));
                assertThat(verified.get("result").get("faults")).isEmpty();
                platform.stop();
            }
        }
        assertThat(acknowledged).isNotEmpty();
    }

    private static void killDuring(ApiClient admin, Response accepted, PlatformProcess platform, int percent) {
        String path = "/api/v1/operations/" + accepted.json().get("id").asText();
        JsonNode operation = admin.get(path).json();
        while (operation.get("state").asText().equals("RUNNING")
                && operation.get("percent").asInt() < percent) {
            operation = admin.get(path).json();
        }
        platform.kill();
    }

    private static void write(ApiClient admin, List<String> acknowledged) {
        for (int number = 0; ; number++) {
            Response created = admin.post(
                    "/api/v1/pipeline/opportunities?reason=test",
                    "{\"name\": \"Written %d\", \"stage\": \"Qualify\", \"status\": \"OPEN\", \"category\": \"PIPELINE\"}"
                            .formatted(number));
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            acknowledged.add(
                    "/api/v1/pipeline/opportunities/" + created.json().get("id").asText());
        }
    }

    private static int imported(ApiClient admin) {
        return admin.get("/api/v1/pipeline/rollup?currency=USD")
                .json()
                .get("total")
                .get("wonCount")
                .asInt();
    }

    private Path file(int round) throws IOException {
        StringBuilder rows = new StringBuilder("\"ID\",\"NAME\",\"STAGENAME\",\"AMOUNT\",\"CLOSEDATE\",\"ISCLOSED\","
                + "\"ISWON\",\"FORECASTCATEGORY\",\"CURRENCYISOCODE\",\"OWNERID\",\"ACCOUNTID\",\"CREATEDDATE\"\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append(
                    "\"006-%d-%d\",\"Deal %d\",\"Closed Won\",\"%d.5\",\"2026-03-01\",\"true\",\"true\",\"Closed\",\"USD\",\"005A\",\"001A\",\"2026-01-05T00:00:00.000Z\"\n"
                            .formatted(round, row, row, row));
        }
        return Files.writeString(folder.resolve("deals-" + round + ".csv"), rows);
    }
}
