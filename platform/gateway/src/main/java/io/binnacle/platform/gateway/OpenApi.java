package io.binnacle.platform.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The description of the routes of one table, put together from what their bundles say; made once when asked. */
final class OpenApi {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApi.class);
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final Map<String, String> ERRORS = Map.of(
            "400", "The request cannot be understood",
            "401", "No valid token was sent",
            "403", "The caller's role does not suffice",
            "503", "A part of the platform is missing for the moment");

    private final List<ModuleRoutes> modules;
    private byte[] json;

    OpenApi(List<ModuleRoutes> modules) {
        this.modules = modules;
    }

    /** The document. */
    synchronized byte[] json(String version) {
        if (json == null) {
            json = Json.write(document(version)).getBytes(StandardCharsets.UTF_8);
        }
        return json;
    }

    private ObjectNode document(String version) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Binnacle").put("version", version);
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        ObjectNode schemes = document.withObject("/components/securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        schemas.set("Problem", problem());
        Map<String, BundleDescription> bundles = new LinkedHashMap<>();
        modules.forEach(module -> bundles.putIfAbsent(module.bundle().name(), module.bundle()));
        bundles.values().forEach(bundle -> add(bundle, document));
        return document;
    }

    private void add(BundleDescription bundle, ObjectNode document) {
        JsonNode fragment = bundle.fragment();
        addTags(fragment.path("tags"), document.withArray("tags"));
        addSchemas(bundle, document.withObject("/components/schemas"));
        Set<String> live = live();
        fragment.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (live.contains(signature(method, path))) {
                        document.withObject("/paths").withObjectProperty(path).set(method, complete(operation));
                    }
                }));
    }

    private static void addTags(JsonNode tags, ArrayNode to) {
        Set<JsonNode> present = new HashSet<>();
        to.forEach(present::add);
        tags.forEach(tag -> {
            if (present.add(tag)) {
                to.add(tag);
            }
        });
    }

    private static void addSchemas(BundleDescription bundle, ObjectNode to) {
        bundle.fragment().path("components").path("schemas").forEachEntry((name, schema) -> {
            JsonNode present = to.putIfAbsent(name, schema);
            if (present != null && !present.equals(schema)) {
                LOG.warn("{} describes the schema {} in another way than an earlier bundle", bundle.name(), name);
            }
        });
    }

    private Set<String> live() {
        return modules.stream()
                .flatMap(module -> module.routes().stream())
                .map(RouteIndex::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(String key, String path) {
        return METHODS.contains(key) ? key.toUpperCase(Locale.ROOT) + " " + RoutePath.withoutNames(path) : "";
    }

    /** The operation with who may call it and how it fails. */
    private static JsonNode complete(JsonNode described) {
        ObjectNode operation = described.deepCopy();
        boolean open = operation.path("x-role").asText().equals("ANYONE");
        ArrayNode security = operation.putArray("security");
        if (!open) {
            security.addObject().putArray("bearer");
        }
        ObjectNode responses = operation.withObject("/responses");
        ERRORS.forEach((status, meaning) -> {
            boolean concerns = !open || status.equals("400");
            if (concerns && !responses.has(status)) {
                responses.set(status, failure(meaning));
            }
        });
        if (!responses.has("default")) {
            responses.set("default", failure("Any other failure"));
        }
        return operation;
    }

    private static ObjectNode failure(String meaning) {
        ObjectNode response = Json.object().put("description", meaning);
        response.putObject("content")
                .putObject(Problem.MEDIA_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return response;
    }

    private static ObjectNode problem() {
        ObjectNode schema = Json.object().put("type", "object").put("description", "What went wrong (RFC 9457)");
        ObjectNode properties = schema.putObject("properties");
        for (String text : List.of("type", "title", "detail", "instance", "code", "correlationId")) {
            properties.putObject(text).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items");
        error.put("type", "object");
        for (String text : List.of("pointer", "code", "detail")) {
            error.withObject("/properties").putObject(text).put("type", "string");
        }
        List.of("type", "title", "status", "detail", "instance", "code").forEach(schema.putArray("required")::add);
        return schema;
    }
}
