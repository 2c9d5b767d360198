package io.binnacle.platform.storage.exports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.storage.journal.StoredEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An event as a line of JSON. The patch stands in it as JSON too, to the letter as the journal has it; of the chain
 * only the event's own hash is written, as the one before it is that of the line before.
 */
final class EventLine {

    private EventLine() {}

    static String write(StoredEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.mapper().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("id", event.entity().id().toString());
            json.writeNumberField("seq", event.seq());
            json.writeStringField("validTime", event.validTime().toString());
            json.writeStringField("recordedTime", event.recordedTime().toString());
            json.writeStringField("actor", event.actor());
            json.writeStringField("cause", event.cause());
            json.writeFieldName("patch");
            json.writeRawValue(event.patch());
            json.writeStringField("hash", event.hash());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** @throws IllegalArgumentException when the line is no event, with the reason */
    static StoredEvent read(String entityType, String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = Json.mapper().createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                require(fields.put(name, value(json, line)) == null);
            }
            require(json.nextToken() == null && fields.size() == 8);
            return new StoredEvent(
                    new EntityRef(entityType, UUID.fromString(field(fields, "id"))),
                    Long.parseLong(field(fields, "seq")),
                    Instant.parse(field(fields, "validTime")),
                    Instant.parse(field(fields, "recordedTime")),
                    field(fields, "actor"),
                    field(fields, "cause"),
                    field(fields, "patch"),
                    field(fields, "hash"));
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("it is no event: " + e.getMessage(), e);
        }
    }

    private static String value(JsonParser json, String line) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            require(json.currentToken().isScalarValue());
            return json.getText();
        }
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return line.substring(start, (int) json.currentTokenLocation().getCharOffset() + 1);
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        require(value != null);
        return value;
    }

    private static void require(boolean isEvent) {
        if (!isEvent) {
            throw new IllegalArgumentException(
                    "it is no event: id, seq, validTime, recordedTime, actor, cause, patch and hash make one");
        }
    }
}
