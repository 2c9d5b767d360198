package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.packager.Packager;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of ONNX models: it is installed, brings models of files, goes, and comes back in the same process. */
class OnnxIT {

    private static final String PLUGIN = "io.binnacle.forecasting.onnx";
    private static final Path MODULE = Path.of("../../bundles/forecasting/onnx");
    private static final String NETS = "/api/v1/forecasting/onnx/";
    private static final String BOUNDARY = "binnacle-test-boundary";
    private static final String DESCRIPTOR =
            "{\"input\":\"x\",\"window\":3,\"horizon\":2,\"mean\":\"mean\",\"scaling\":\"none\"}";

    /** Written by OnnxFile of the plugin's tests: of a, b, c it makes 2c - b and 3c - 2b, a straight line. */
    private static final byte[] LINE =
            decoded("CAg6rAESAWdaEwoBeBIOCgwIARIICgIIAQoCCAMKGwoBeAoGbWVhbl93EgZtZWFuX3AiBk1h"
                    + "dE11bAobCgZtZWFuX3AKBm1lYW5fYhIEbWVhbiIDQWRkKigIAwgCEAFCBm1lYW5fd0oYAAAAAAAAAAAAAIC/AAAAwAAAAEAAAEBA"
                    + "KhYIAhABQgZtZWFuX2JKCAAAAAAAAAAAYhYKBG1lYW4SDgoMCAESCAoCCAEKAggCQgQKABAN");

    /** The same: c + 1 and c + 1. */
    private static final byte[] ONE_MORE =
            decoded("CAg6rAESAWdaEwoBeBIOCgwIARIICgIIAQoCCAMKGwoBeAoGbWVhbl93EgZtZWFuX3Ai"
                    + "Bk1hdE11bAobCgZtZWFuX3AKBm1lYW5fYhIEbWVhbiIDQWRkKigIAwgCEAFCBm1lYW5fd0oYAAAAAAAAAAAAAAAAAAAAAAAAgD8A"
                    + "AIA/KhYIAhABQgZtZWFuX2JKCAAAgD8AAIA/YhYKBG1lYW4SDgoMCAESCAoCCAEKAggCQgQKABAN");

    /** The same: the logarithms of a, b and c. */
    private static final byte[] LOGARITHM = decoded(
            "CAg6QBIBZ1oTCgF4Eg4KDAgBEggKAggBCgIIAwoOCgF4EgRtZWFuIgNMb2diFgoEbWVhbhIOCgwIARIICgIIAQoCCANCBAoAEA0=");

    @TempDir
    Path folder;

    private ApiClient admin;

    @Test
    void nets_become_models_and_outlive_the_plugin() throws IOException {
        try (PlatformProcess platform =
                PlatformProcess.start(folder.resolve("data"), "-Dbinnacle.plugins.allow.unsigned=" + PLUGIN)) {
            admin = platform.admin();
            install();
            a_net_forecasts_is_replaced_and_deleted();
            bad_files_are_refused();
            a_net_is_kept_while_the_plugin_is_away();
        }
    }

    private void a_net_forecasts_is_replaced_and_deleted() {
        Response uploaded = put("goes", Map.of(), LINE, DESCRIPTOR);
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.header("ETag")).isEqualTo("\"1\"");
        JsonNode first = forecast("goes");
        assertThat(first.at("/forecasts/0/mean")).hasToString("[6.0,8.0,10.0,12.0]");
        assertThat(first.at("/forecasts/0/model/version").asText()).isEqualTo("1");
        assertThat(put("goes", Map.of(), ONE_MORE, DESCRIPTOR).status()).isEqualTo(428);

        Response replaced = put("goes", Map.of("If-Match", "\"1\""), ONE_MORE, DESCRIPTOR);
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        JsonNode second = forecast("goes");
        assertThat(second.at("/forecasts/0/mean")).hasToString("[5.0,5.0,6.0,6.0]");
        assertThat(second.at("/forecasts/0/model/digest")).isNotEqualTo(first.at("/forecasts/0/model/digest"));
        Response chosen = admin.put("/api/v1/forecasting/aliases/nets/all", 0, "{\"champion\":\"goes\"}");
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);

        assertThat(admin.send("DELETE", NETS + "goes", BodyPublishers.noBody(), Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(204);
        assertThat(forecast("goes").get("code").asText()).isEqualTo("MODEL_NOT_FOUND");
    }

    private void bad_files_are_refused() {
        assertRefused("ONNX_FILE_INVALID", "no ONNX model", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), DESCRIPTOR);
        assertRefused(
                "ONNX_DESCRIPTOR_MISMATCH",
                "does not hold a window of 12",
                LINE,
                DESCRIPTOR.replace("\"window\":3", "\"window\":12"));
        assertRefused(
                "ONNX_OUTPUT_INVALID", "no number", LOGARITHM, DESCRIPTOR.replace("\"horizon\":2", "\"horizon\":3"));
        assertRefused("INVALID_CONTENT", "descriptor", LINE, "{\"input\":\"x\"}");
        assertThat(put("ets", Map.of(), LINE, DESCRIPTOR).body()).contains("CONFLICT", "ets is a model");
    }

    private void a_net_is_kept_while_the_plugin_is_away() throws IOException {
        put("stays", Map.of(), LINE, DESCRIPTOR);
        assertThat(forecast("stays").at("/forecasts/0/mean")).hasToString("[6.0,8.0,10.0,12.0]");

        changed(admin.delete("/api/v1/plugins/" + PLUGIN));
        assertThat(forecast("stays").get("code").asText()).isEqualTo("MODEL_NOT_FOUND");

        install();
        assertThat(forecast("stays").at("/forecasts/0/mean")).hasToString("[6.0,8.0,10.0,12.0]");
        assertThat(changed(admin.delete("/api/v1/plugins/" + PLUGIN)))
                .as("the native runtime hooks itself into the end of the process")
                .contains("retained");
        assertThat(admin.get("/readyz").status()).isEqualTo(200);
    }

    private void install() throws IOException {
        Path jar = MODULE.resolve("target/" + PLUGIN + "-0.1.0.jar");
        Path plugin = new Packager(Optional.empty())
                .pack(
                        MODULE.resolve("src/plugin/plugin.json"),
                        List.of(jar),
                        folder.resolve("no-content"),
                        folder.resolve("onnx.zip"));
        changed(admin.upload("/api/v1/plugins", "plugin", List.of(plugin)));
    }

    private String changed(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.at("/result/unloaded").asText();
    }

    private void assertRefused(String code, String said, byte[] file, String descriptor) {
        Response answer = put("bad", Map.of(), file, descriptor);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("detail").asText()).contains(said);
    }

    private JsonNode forecast(String model) {
        return admin.post(
                        "/api/v1/forecasting/forecasts",
                        "{\"series\":[{\"id\":\"a\",\"values\":[3,5,4,1,2,4]}],\"horizon\":4,\"model\":\"" + model
                                + "\"}")
                .json();
    }

    private Response put(String id, Map<String, String> headers, byte[] model, String descriptor) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "model", model);
        part(body, "descriptor", descriptor.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return admin.send("PUT", NETS + id, BodyPublishers.ofByteArray(body.toByteArray()), all);
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
