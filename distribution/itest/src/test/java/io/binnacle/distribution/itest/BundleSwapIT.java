package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model bundle leaves and comes back while the platform serves. */
class BundleSwapIT {

    private static final String BUNDLE = "io.binnacle.forecasting.theta";
    private static final String DECOMPOSITION = "/api/v1/forecasting/theta/decomposition";
    private static final String SERIES =
            "[112,118,132,129,121,135,148,148,136,119,104,118,115,126,141,135,125,149,170,170,158,133,114,140]";
    private static final String BY_THETA =
            "{\"series\":[{\"id\":\"a\",\"values\":" + SERIES + "}],\"horizon\":3,\"levels\":[80],\"model\":\"theta\"}";
    private static final String BY_ANY =
            "{\"series\":[{\"id\":\"a\",\"values\":" + SERIES + "}],\"horizon\":3,\"levels\":[80]}";

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    @Test
    void a_stopped_bundle_takes_its_model_and_routes_with_it_and_brings_them_back() {
        ApiClient admin = platform.admin();
        assertThat(admin.post("/api/v1/forecasting/forecasts", BY_THETA).status())
                .isEqualTo(200);

        assertThat(admin.post("/api/v1/system/bundles/" + BUNDLE + ":stop", "").status())
                .isEqualTo(200);

        Response gone = admin.post("/api/v1/forecasting/forecasts", BY_THETA);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().get("code").asText()).isEqualTo("MODEL_NOT_FOUND");
        assertThat(gone.json().get("detail").asText()).contains("seasonal-naive");
        assertThat(decompose(admin).status()).isEqualTo(404);
        assertThat(platform.anyone().get("/api/v1/openapi.json").body()).doesNotContain(DECOMPOSITION);
        assertThat(platform.anyone().get("/readyz").status()).isEqualTo(200);

        assertThat(admin.post("/api/v1/system/bundles/" + BUNDLE + ":start", "").status())
                .isEqualTo(200);

        assertThat(admin.post("/api/v1/forecasting/forecasts", BY_THETA).status())
                .isEqualTo(200);
        assertThat(decompose(admin).status()).isEqualTo(200);
    }

    @Test
    void no_request_to_other_routes_fails_while_it_leaves_and_returns_fifty_times() throws Exception {
        ApiClient admin = platform.admin();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger served = new AtomicInteger();
        ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            running.add(callers.submit(() -> {
                while (!over.get()) {
                    record(admin.get("/api/v1/pipeline/rollup"), served, failures);
                    record(admin.get("/api/v1/insights"), served, failures);
                    record(admin.post("/api/v1/forecasting/forecasts", BY_ANY), served, failures);
                }
            }));
        }

        for (int cycle = 0; cycle < 50; cycle++) {
            assertThat(admin.post("/api/v1/system/bundles/" + BUNDLE + ":stop", "")
                            .status())
                    .isEqualTo(200);
            assertThat(admin.post("/api/v1/system/bundles/" + BUNDLE + ":start", "")
                            .status())
                    .isEqualTo(200);
        }

        over.set(true);
        for (Future<?> caller : running) {
            caller.get();
        }
        callers.shutdown();
        assertThat(failures).isEqualTo(Map.of());
        assertThat(served.get()).isGreaterThan(100);
    }

    private static void record(Response answer, AtomicInteger served, ConcurrentMap<String, Integer> failures) {
        served.incrementAndGet();
        if (answer.status() != 200) {
            failures.merge(answer.status() + " " + answer.body(), 1, Integer::sum);
        }
    }

    private static Response decompose(ApiClient client) {
        return client.post(DECOMPOSITION, "{\"values\":" + SERIES + ",\"seasonLength\":12}");
    }
}
