package io.binnacle.planning.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.platform.api.json.Json;
import java.math.BigDecimal;

/** What a plan says, in the one way of writing it, and the hash of that. */
record CanonicalContent(String text, String hash) {

    static CanonicalContent of(PlanContent content) {
        String text = Json.write(normal(Json.mapper().valueToTree(content)));
        return new CanonicalContent(text, Json.sha256(text));
    }

    ObjectNode tree() {
        return Json.read(text, ObjectNode.class);
    }

    private static JsonNode normal(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(normal(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, normal(array.get(i)));
            }
        } else if (node.isBigDecimal()) {
            return DecimalNode.valueOf(normal(node.decimalValue()));
        }
        return node;
    }

    private static BigDecimal normal(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
