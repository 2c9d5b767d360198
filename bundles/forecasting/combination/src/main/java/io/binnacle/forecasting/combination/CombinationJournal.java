package io.binnacle.forecasting.combination;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.json.Json;
import java.util.Optional;
import java.util.UUID;

/**
 * How combinations stand in the journal; the entity follows from the id, so that an id has one history. Each event
 * brings the whole recipe, as one text: parts of it mean nothing alone.
 */
final class CombinationJournal {

    static final String TYPE = "forecast-combination";

    private static final UUID IDS = UUID.fromString("5e2a8a52-3c0f-4b57-9a4e-6a0d3b9c7f11");
    private static final String NAME = "name";
    private static final String RECIPE = "recipe";

    private CombinationJournal() {}

    static EntityRef entity(String id) {
        return new EntityRef(TYPE, UuidCreator.getNameBasedSha1(IDS, id));
    }

    static ObjectNode defined(String id, Recipe recipe) {
        return Json.object().put(NAME, id).put(RECIPE, Json.write(recipe));
    }

    static ObjectNode deleted() {
        return Json.object().putNull(RECIPE);
    }

    /** What an event or the fields of an entity define; empty where it is deleted. */
    static Optional<Definition> read(ObjectNode fields, String id, long version) {
        return fields.path(RECIPE).isTextual()
                ? Optional.of(new Definition(
                        id, version, Json.read(fields.path(RECIPE).textValue(), Recipe.class)))
                : Optional.empty();
    }

    static String name(ObjectNode fields) {
        return fields.path(NAME).textValue();
    }
}
