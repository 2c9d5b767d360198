package io.binnacle.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class BundleRoutesTest extends RouteModuleContract {

    @TempDir
    Path cache;

    private TestFramework framework;

    @BeforeEach
    void start() throws BundleException {
        framework = new TestFramework(cache);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.close();
    }

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(new PluginRoutes(null, null), new GenerationRoutes(null, null));
    }

    @Override
    protected RouteModule module() {
        return new BundleRoutes(framework.bundles());
    }

    @Test
    void the_verb_behind_the_name_tells_what_to_do() throws Exception {
        framework.install("io.binnacle.forecasting.theta", Map.of());
        Javalin server = Javalin.create(config -> {
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    module().routes(config.routes);
                })
                .start("127.0.0.1", 0);
        try {
            assertThat(post(server, "/api/v1/system/bundles/io.binnacle.forecasting.theta:start"))
                    .isEqualTo("{\"name\":\"io.binnacle.forecasting.theta\",\"startLevel\":1,\"state\":\"ACTIVE\","
                            + "\"version\":\"1.2.3\"}");
            assertThat(post(server, "/api/v1/system/bundles/io.binnacle.forecasting.theta:stop"))
                    .contains("\"state\":\"RESOLVED\"", "\"whyNotActive\":\"It is stopped.\"");
        } finally {
            server.stop();
        }
    }

    private static String post(Javalin server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
