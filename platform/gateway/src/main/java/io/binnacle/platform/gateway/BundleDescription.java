package io.binnacle.platform.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** What a bundle says about its routes in {@code openapi.json}; read when it is first needed. */
final class BundleDescription {

    private final String name;
    private final String version;
    private final Optional<URL> resource;
    private JsonNode fragment;

    BundleDescription(String name, String version, Optional<URL> resource) {
        this.name = name;
        this.version = version;
        this.resource = resource;
    }

    static BundleDescription of(Bundle bundle) {
        return new BundleDescription(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                Optional.ofNullable(bundle.getEntry("openapi.json")));
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    /** The fragment; an empty object when the bundle has none. */
    synchronized JsonNode fragment() {
        if (fragment == null) {
            fragment = resource.map(this::read).orElseGet(Json::object);
        }
        return fragment;
    }

    /** The media types that an operation reads; empty when the bundle does not say. */
    List<String> mediaTypes(String method, String path) {
        List<String> types = new ArrayList<>();
        fragment()
                .path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types;
    }

    private JsonNode read(URL url) {
        try (InputStream in = url.openStream()) {
            return Json.mapper().readTree(in);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.json of " + name + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json of " + name + " cannot be read", e);
        }
    }
}
