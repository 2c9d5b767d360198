package io.binnacle.forecasting.core.roles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.json.Json;
import java.util.Map;
import java.util.UUID;

/** How roles stand in the journal; the id follows from the scope, so that a scope has one history. */
final class RoleJournal {

    static final String TYPE = "forecast-roles";

    private static final UUID SCOPES = UUID.fromString("b6f0a8de-0d0e-4c8a-9a54-36d6f1d7a9c2");

    private RoleJournal() {}

    static EntityRef entity(ForecastScope scope) {
        return new EntityRef(TYPE, UuidCreator.getNameBasedSha1(SCOPES, scope.toString()));
    }

    static ObjectNode fields(Roles roles) {
        ObjectNode fields = Json.mapper().valueToTree(roles);
        fields.remove("version");
        return fields;
    }

    static Roles read(JsonNode fields, long version) {
        ObjectNode whole = Json.object();
        whole.setAll((ObjectNode) fields);
        try {
            return Json.mapper().treeToValue(whole.put("version", version), Roles.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no roles in " + fields, e);
        }
    }

    /** The merge patch from one to the other; empty when they are equal. */
    static ObjectNode patch(ObjectNode from, ObjectNode to) {
        ObjectNode patch = Json.object();
        for (Map.Entry<String, JsonNode> field : to.properties()) {
            if (!field.getValue().equals(from.get(field.getKey()))) {
                patch.set(field.getKey(), whole(from.path(field.getKey()), field.getValue()));
            }
        }
        from.fieldNames().forEachRemaining(name -> {
            if (!to.has(name)) {
                patch.putNull(name);
            }
        });
        return patch;
    }

    // Objects are merged, so what the new one leaves out has to be taken away.
    private static JsonNode whole(JsonNode from, JsonNode to) {
        return from instanceof ObjectNode before && to instanceof ObjectNode after ? patch(before, after) : to;
    }
}
