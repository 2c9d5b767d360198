package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a plugin comes from: a file here, or the catalogue of the platform. */
record PluginSource(Optional<Path> file, String id, Optional<String> version) {

    static final String LABEL = "FILE|ID[@VERSION]";

    private static final String REFERENCE = "[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+(@[0-9A-Za-z._-]+)?";

    /** What looks like an id and is no file stands for a plugin of the catalogue. */
    static PluginSource of(String text) {
        boolean archive = text.endsWith(".zip") || text.endsWith(".jar");
        return Files.exists(Path.of(text)) || archive || !text.matches(REFERENCE)
                ? file(Path.of(text))
                : catalogue(text);
    }

    static PluginSource file(Path file) {
        return new PluginSource(Optional.of(file), "", Optional.empty());
    }

    /** @param reference such as {@code com.acme.drift} or {@code com.acme.drift@1.2.0} */
    static PluginSource catalogue(String reference) {
        String[] parts = reference.split("@", 2);
        return new PluginSource(
                Optional.empty(), parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }

    JsonNode send(PluginApi plugins, String path) {
        return file.map(given -> plugins.upload(path, given))
                .orElseGet(() -> plugins.api().post(path, reference()));
    }

    private ObjectNode reference() {
        ObjectNode body = Api.object();
        ObjectNode wanted = body.putObject("catalogue").put("id", id);
        version.ifPresent(given -> wanted.put("version", given));
        return body;
    }
}
