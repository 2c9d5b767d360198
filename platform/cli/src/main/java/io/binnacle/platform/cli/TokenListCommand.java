package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List all tokens, without their secrets.")
final class TokenListCommand implements Callable<Integer> {

    private static final String LINE = "%-36s  %-8s  %-20s  %-20s  %-20s  %s%n";

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    TokenListCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        Api api = platform.api();
        JsonNode page = api.get("/api/v1/tokens");
        spec.commandLine().getOut().printf(LINE, "ID", "ROLE", "CREATED", "LAST USED", "ENDS", "NAME");
        print(page);
        while (page.hasNonNull("next")) {
            String cursor = URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8);
            page = api.get("/api/v1/tokens?cursor=" + cursor);
            print(page);
        }
        return Exit.OK;
    }

    private void print(JsonNode page) {
        page.path("items").forEach(token -> spec.commandLine()
                .getOut()
                .printf(
                        LINE,
                        token.path("id").asText(),
                        token.path("role").asText(),
                        minute(token.path("createdAt")),
                        minute(token.path("lastUsedAt")),
                        ends(token),
                        Plain.text(token.path("name").asText())));
    }

    private static String ends(JsonNode token) {
        if (token.hasNonNull("revokedAt")) {
            return "revoked";
        }
        return token.hasNonNull("expiresAt") ? minute(token.path("expiresAt")) : "never";
    }

    private static String minute(JsonNode instant) {
        String text = instant.asText("-");
        return text.length() > 16 ? text.substring(0, 16) + "Z" : text;
    }
}
