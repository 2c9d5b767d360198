package io.binnacle.platform.system;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the operator has set, by section and key. Later ones win: the file {@code conf/binnacle.json}, the
 * environment ({@code BINNACLE_GATEWAY_PORT}), Java's system properties ({@code binnacle.gateway.port}).
 */
record Settings(Map<String, Map<String, Object>> sections) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Settings read(Path file, Map<String, String> environment, Map<String, String> properties)
            throws IOException {
        Settings settings = new Settings(new TreeMap<>());
        if (Files.exists(file)) {
            Map<String, Map<String, Object>> content =
                    MAPPER.readValue(file.toFile(), new TypeReference<Map<String, Map<String, Object>>>() {});
            content.forEach((section, keys) -> keys.forEach((key, value) -> settings.set(section, key, value)));
        }
        environment.forEach((name, value) ->
                settings.setDotted(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        properties.forEach(settings::setDotted);
        return settings;
    }

    private void setDotted(String name, Object value) {
        String[] parts = name.split("\\.", 3);
        if (parts.length == 3 && parts[0].equals("binnacle")) {
            set(parts[1], parts[2], value);
        }
    }

    private void set(String section, String key, Object value) {
        sections.computeIfAbsent(section, name -> new TreeMap<>()).put(key, value);
    }
}
