package io.binnacle.platform.gateway;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Authenticator;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real gateway on a free port, without OSGi. A token is the lower-case name of the role it stands for. */
final class RunningGateway implements AutoCloseable {

    static final int BODY_LIMIT = 64 * 1024;
    static final int UPLOAD_LIMIT = 1024 * 1024;

    final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    final HttpClient client = HttpClient.newHttpClient();
    final Gateway gateway;

    RunningGateway(Path data) {
        this(data, new Readiness(() -> new Health(List.of(), List.of()), List::of));
        gateway.bindAuthenticator(tokens());
    }

    /** Without anybody who could tell who is calling. */
    RunningGateway(Path data, Readiness readiness) {
        Settings settings = new Settings("127.0.0.1", 0, 10, BODY_LIMIT, UPLOAD_LIMIT, 32, data);
        BundleDescription self = new BundleDescription(
                "io.binnacle.platform.gateway",
                "1.2.3",
                Optional.ofNullable(RunningGateway.class.getResource("/openapi.json")));
        gateway = new Gateway(settings, self, readiness, new PrintStream(terminal, true), null);
    }

    static Authenticator tokens() {
        return new Authenticator() {
            @Override
            public Optional<Principal> authenticate(String token) {
                return List.of(Role.values()).stream()
                        .filter(role -> role.name().equalsIgnoreCase(token))
                        .map(role -> new Principal("somebody", role))
                        .findFirst();
            }

            @Override
            public String howToSignIn() {
                return "Sign in with the token in the test.";
            }
        };
    }

    void serve(RouteModule module) {
        serve(module, "1.0.0");
    }

    void serve(RouteModule module, String version) {
        gateway.add(module, new BundleDescription("io.binnacle.test", version, Optional.empty()));
    }

    URI uri(String path) {
        return URI.create(gateway.address() + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer admin"));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer admin")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        gateway.stop();
    }
}
