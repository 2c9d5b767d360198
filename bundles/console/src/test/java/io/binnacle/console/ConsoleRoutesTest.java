package io.binnacle.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRoutesTest extends RouteModuleContract {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConsoleRoutes ROUTES = new ConsoleRoutes(new ConsoleFiles(Map.of(
            "index.html", ConsoleFile.of("index.html", "<!doctype html>".getBytes(UTF_8)),
            "views/pipeline.js", ConsoleFile.of("views/pipeline.js", "export {};".getBytes(UTF_8)))));

    private static Javalin server;

    @Override
    protected RouteModule module() {
        return ROUTES;
    }

    @BeforeAll
    static void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    ROUTES.routes(config.routes);
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .result(failure.getMessage()));
                })
                .start(0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console"})
    void the_short_addresses_lead_to_the_page(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/");
    }

    @Test
    void the_page_is_served_at_the_folder() throws Exception {
        HttpResponse<String> answer = get("/console/");

        assertThat(answer.body()).isEqualTo("<!doctype html>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    }

    @Test
    void a_copy_that_is_current_is_not_sent_again() throws Exception {
        HttpResponse<String> first = get("/console/views/pipeline.js");
        HttpResponse<String> second = get(
                "/console/views/pipeline.js",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());

        assertThat(first.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/missing.js",
                "/console/views",
                "/console/views/",
                "/console/%2e%2e/META-INF/MANIFEST.MF",
                "/console/..%2fMETA-INF%2fMANIFEST.MF",
                "/console/views/%2e%2e/%2e%2e/openapi.json",
                "/console//index.html",
                "/console/index.html%00.js"
            })
    void what_the_console_has_not_brought_does_not_exist(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
