package io.binnacle.pipeline.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.error.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The fields of an opportunity that a caller may write, and what each of them has to look like. */
final class OpportunityFields {

    private record Form(String expected, Function<JsonNode, ?> parser) {}

    private static final Form TEXT = new Form("a text without control characters", OpportunityFields::printable);
    private static final Form ID = new Form("a UUID", node -> UUID.fromString(text(node)));
    private static final Form DATE = new Form("a date like 2026-11-02", node -> LocalDate.parse(text(node)));
    private static final Form MONEY = new Form(
            "an object like {\"amount\": 1250.00, \"currency\": \"EUR\"} with an ISO 4217 currency",
            OpportunityFields::money);

    private static final Map<String, Form> WRITABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("name", TEXT),
            Map.entry("account", ID),
            Map.entry("owner", ID),
            Map.entry("product", ID),
            Map.entry("stage", TEXT),
            Map.entry("status", constant(OpportunityStatus.values(), OpportunityStatus::valueOf)),
            Map.entry("category", constant(ForecastCategory.values(), ForecastCategory::valueOf)),
            Map.entry("amount", MONEY),
            Map.entry("closeDate", DATE),
            Map.entry("createdOn", DATE),
            Map.entry("nextStep", TEXT),
            Map.entry("nextActivity", DATE),
            Map.entry("reasonClosed", TEXT),
            Map.entry("pipeline", TEXT),
            Map.entry("probability", new Form("a number from 0 to 1", OpportunityFields::fraction))));

    private static final Set<String> READ_ONLY =
            Set.of("id", "version", "originalCloseDate", "externalRefs", "historyQuality", "deleted", "ext");
    private static final List<String> REQUIRED = List.of("name", "stage", "status", "category", "createdOn");

    private OpportunityFields() {}

    /** The fields that a caller may not write, or that do not exist. */
    static List<FieldError> foreign(ObjectNode patch) {
        List<FieldError> errors = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (READ_ONLY.contains(name)) {
                errors.add(error(name, "READ_ONLY", name + " is kept by the platform; leave it out"));
            } else if (!WRITABLE.containsKey(name)) {
                errors.add(error(
                        name,
                        "UNKNOWN_FIELD",
                        "an opportunity has no field of this name; it has " + String.join(", ", WRITABLE.keySet())));
            }
        });
        return errors;
    }

    /** The fields that are missing or do not have their form. */
    static List<FieldError> malformed(ObjectNode fields) {
        List<FieldError> errors = new ArrayList<>();
        for (String name : REQUIRED) {
            if (!fields.hasNonNull(name)) {
                errors.add(error(name, "MISSING_VALUE", name + " is needed"));
            }
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            Form form = WRITABLE.get(field.getKey());
            if (form != null && !fits(form, field.getValue())) {
                errors.add(error(
                        field.getKey(), "WRONG_FORM", field.getKey() + " must be " + form.expected() + value(field)));
            }
        }
        return errors;
    }

    private static FieldError error(String field, String code, String detail) {
        return new FieldError("/" + field.replace("~", "~0").replace("/", "~1"), code, detail);
    }

    private static String value(Map.Entry<String, JsonNode> field) {
        String value = field.getValue().toString();
        return value.length() > 80 ? "" : ", not " + value;
    }

    private static boolean fits(Form form, JsonNode node) {
        try {
            form.parser().apply(node);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static <E extends Enum<E>> Form constant(E[] values, Function<String, E> parser) {
        return new Form("one of " + Arrays.toString(values), node -> parser.apply(text(node)));
    }

    private static String text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).orElseThrow();
    }

    private static String printable(JsonNode node) {
        String text = text(node);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static BigDecimal fraction(JsonNode node) {
        BigDecimal fraction = node.decimalValue();
        if (!node.isNumber() || fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not a fraction");
        }
        return fraction;
    }

    private static Currency money(JsonNode node) {
        if (node.size() != 2 || !node.path("amount").isNumber()) {
            throw new IllegalArgumentException("not money");
        }
        return Currency.getInstance(text(node.path("currency")));
    }
}
