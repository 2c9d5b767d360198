package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.CrmFiles;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of an import of 100,000 rows: 25,000 deals with three rows of history each. */
class LargeImportCrashIT {

    private static final int DEALS = 25_000;

    @TempDir
    Path folder;

    @Test
    void nothing_of_it_is_there_and_the_next_try_brings_each_deal_once() throws Exception {
        Path data = folder.resolve("data");
        List<Path> files = CrmFiles.salesforce(folder, DEALS);
        // Early, and late but with parts still to come: behind the last part the import may be whole already.
        for (int percent : new int[] {30, 70}) {
            try (PlatformProcess platform = PlatformProcess.start(data)) {
                assertThat(won(platform.admin())).isZero();
                killAt(percent, platform, platform.admin().upload("/api/v1/imports", files));
            }
        }
        try (PlatformProcess platform = PlatformProcess.start(data)) {
            ApiClient admin = platform.admin();
            assertThat(won(admin)).isZero();

            JsonNode first = admin.outcome(admin.upload("/api/v1/imports", files));
            JsonNode second = admin.outcome(admin.upload("/api/v1/imports", files));

            assertThat(first.at("/result/outcome/counts/opportunity/created").asInt())
                    .as(first.toString())
                    .isEqualTo(DEALS);
            assertThat(second.at("/result/outcome/events").asInt(-1))
                    .as(second.toString())
                    .isZero();
            assertThat(won(admin)).isEqualTo(DEALS);
            JsonNode verified = admin.outcome(admin.post("/api/v1/journal:verify", ""));
            assertThat(verified.at("/result/faults")).isEmpty();
            platform.stop();
        }
    }

    private static void killAt(int percent, PlatformProcess platform, Response accepted) throws IOException {
        String path = "/api/v1/operations/" + accepted.json().get("id").asText();
        JsonNode operation = platform.admin().get(path).json();
        while (operation.get("percent").asInt() < percent) {
            assertThat(operation.get("state").asText()).as(operation.toString()).isEqualTo("RUNNING");
            operation = platform.admin().get(path).json();
        }
        platform.kill();
    }

    private static int won(ApiClient admin) {
        return admin.get("/api/v1/pipeline/rollup?currency=USD")
                .json()
                .at("/total/wonCount")
                .asInt();
    }
}
