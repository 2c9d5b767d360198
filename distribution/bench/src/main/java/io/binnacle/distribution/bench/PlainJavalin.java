package io.binnacle.distribution.bench;

import io.javalin.Javalin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What the gateway is measured against: Javalin with one route that answers the same JSON, and nothing else. */
public final class PlainJavalin {

    private PlainJavalin() {}

    /** The same two fields as {@code /api/v1/me}. */
    public record Me(String name, String role) {}

    public static void main(String[] arguments) throws Exception {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.get("/api/v1/me", ctx -> ctx.json(new Me("admin", "ADMIN")));
        });
        javalin.start();
        Path address = Path.of(arguments[0]);
        Path written = Files.writeString(address.resolveSibling("address.new"), "http://127.0.0.1:" + javalin.port());
        Files.move(written, address, StandardCopyOption.ATOMIC_MOVE);
    }
}
