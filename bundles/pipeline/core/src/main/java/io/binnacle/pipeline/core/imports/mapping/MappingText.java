package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.PipelineError.INVALID_MAPPING;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A mapping as it is written, in YAML, of which JSON is a part.
 *
 * @param lines the line of each of its values, by JSON Pointer
 */
record MappingText(JsonNode root, Map<String, Integer> lines) {

    private static final int LONGEST = 100_000;
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_MAPPING with the line at fault */
    static MappingText of(String text) {
        if (text.length() > LONGEST) {
            throw INVALID_MAPPING.because("the mapping has more than %d characters", LONGEST);
        }
        try {
            JsonNode root = YAML.readTree(text);
            return new MappingText(root, lines(text));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw INVALID_MAPPING
                    .because(
                            "line %d of the mapping is no YAML: %s",
                            line, e.getOriginalMessage().replaceAll("\\s+", " "))
                    .at("/" + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of a value; of what holds it when the value is not there. */
    int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    private static Map<String, Integer> lines(String text) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }
}
