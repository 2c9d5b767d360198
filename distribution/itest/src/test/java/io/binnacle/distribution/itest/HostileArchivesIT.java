package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.BadPlugins;
import io.binnacle.platform.testkit.plugins.PluginKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends hostile archives again and again gets refusals, and no memory. */
class HostileArchivesIT {

    private static final int ROUNDS = 50;
    private static final long FLAT = 2 << 20;
    private static final Map<String, String> CODES = Map.of(
            "zip-bomb", "PLUGIN_ARCHIVE_TOO_LARGE",
            "zip-slip", "PLUGIN_ARCHIVE_INVALID",
            "wrong-digest", "PLUGIN_CONTENT_MISMATCH",
            "unknown-key", "PLUGIN_SIGNATURE_INVALID");

    @TempDir
    Path folder;

    @Test
    void two_hundred_refusals_leave_a_small_heap_as_it_was() throws Exception {
        PluginKey key = PluginKey.generate();
        Files.createDirectories(folder.resolve("keys/trusted"));
        Files.writeString(folder.resolve("keys/trusted/example.pub"), key.publicKey());
        BadPlugins plugins = new BadPlugins(key);
        // A signature comes first, and these two are to get past it.
        String unsigned =
                BadPlugins.id("zip-bomb") + "," + BadPlugins.id("zip-slip") + "," + BadPlugins.id("wrong-digest");
        Map<Path, String> hostile = new LinkedHashMap<>();
        CODES.forEach((name, code) -> hostile.put(plugins.write(name, folder), code));
        Path data = folder.resolve("data");
        try (PlatformProcess platform = PlatformProcess.start(
                data,
                "-Dbinnacle.plugins.keys=" + folder.resolve("keys"),
                "-Dbinnacle.plugins.allow.unsigned=" + unsigned,
                "-Xmx96m")) {
            ApiClient admin = platform.admin();
            LiveHeap heap = new LiveHeap(data);
            List<Long> live = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                for (Map.Entry<Path, String> archive : hostile.entrySet()) {
                    JsonNode operation =
                            admin.outcome(admin.upload("/api/v1/plugins", "plugin", List.of(archive.getKey())));
                    assertThat(operation.path("problem").path("code").asText()).isEqualTo(archive.getValue());
                }
                if (round % 10 == 0) {
                    live.add(heap.bytes());
                }
            }
            System.out.println("live bytes after every 40 refusals: " + live);
            assertThat(live).allSatisfy(bytes -> assertThat(bytes - live.get(0)).isLessThan(FLAT));
            assertThat(admin.get("/readyz").status()).isEqualTo(200);
            assertThat(data.resolve("plugins/staging")).isEmptyDirectory();
        }
    }
}
