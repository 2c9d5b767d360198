package io.binnacle.forecasting.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Serves route modules over real HTTP; failures come as their code, their sentence and the fields at fault. */
public final class TestRoutes implements AfterEachCallback {

    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;

    public void serve(RouteModule... modules) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jsonMapper(new JavalinJackson(Json.mapper(), false));
            config.routes.before(ctx -> Caller.set(ctx, new Principal("tess", Role.MANAGER)));
            config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                            failure.code().culprit().status())
                    .json(Map.of(
                            "code",
                            failure.code().name(),
                            "detail",
                            failure.getMessage(),
                            "pointers",
                            failure.fields().stream().map(FieldError::pointer).toList())));
            for (RouteModule module : modules) {
                module.routes(config.routes);
            }
        });
        server.start("127.0.0.1", 0);
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** A POST without a body that means to change {@code version}. */
    public JsonNode post(String path, long version) {
        return send(request(path).header("If-Match", "\"" + version + "\"").POST(BodyPublishers.noBody()));
    }

    /** A PUT that means to change {@code version}. */
    public JsonNode put(String path, long version, String body) {
        return send(request(path).header("If-Match", "\"" + version + "\"").PUT(BodyPublishers.ofString(body)));
    }

    /** A PUT of what is not there yet. */
    public JsonNode put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (server != null) {
            server.stop();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return Json.mapper()
                    .readTree(client.send(request.build(), BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
