package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_MANIFEST_INVALID;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.plugins.archive.PluginManifest.ListedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code plugin.json} to the end before it complains, so that an author sees all mistakes at once. */
final class ManifestParser {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+");
    static final Pattern PUBLISHER = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern BUNDLE = Pattern.compile("bundles/[A-Za-z0-9][A-Za-z0-9._-]*\\.jar");
    private static final Pattern CONTENT =
            Pattern.compile("content/([A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\\.json");

    /** PostgreSQL cuts longer names off, and two plugins might then share a schema. */
    private static final int LONGEST_ID_WITH_TABLES = 63 - "plugin_".length();

    private final List<FieldError> errors = new ArrayList<>();

    PluginManifest parse(byte[] json) {
        PluginManifest manifest = read(new ManifestFields(object(json), "", errors));
        if (errors.isEmpty()) {
            checkTogether(manifest);
        }
        if (!errors.isEmpty()) {
            throw failure();
        }
        return manifest;
    }

    private static PluginManifest read(ManifestFields fields) {
        fields.format();
        PluginManifest manifest = new PluginManifest(
                fields.text("id", ID, 3, 80, "lower-case words with dots between them, such as io.acme.energy"),
                fields.version("version"),
                fields.text("name", 1, 100),
                fields.text("publisher", PUBLISHER, 2, 40, "lower-case letters, digits and hyphens, such as acme"),
                fields.optionalText("description", 2000),
                fields.range("platform"),
                fields.ranges("spi"),
                fields.permissions("permissions"),
                fields.optionalObject("config"),
                fields.optionalCount("dataVersion"),
                fields.files("bundles", BUNDLE, "bundles/….jar"),
                fields.files("content", CONTENT, "content/….json"),
                fields.kind("kind"));
        fields.refuseOthers();
        return manifest;
    }

    private void checkTogether(PluginManifest manifest) {
        if (manifest.files().findAny().isEmpty()) {
            error("", "EMPTY", "a plugin needs at least one file in 'bundles' or 'content'");
        }
        if (manifest.asksFor(Permission.TABLES) && manifest.id().length() > LONGEST_ID_WITH_TABLES) {
            error(
                    "/id",
                    "TOO_LONG",
                    "the id of a plugin with tables has at most " + LONGEST_ID_WITH_TABLES
                            + " characters, because the database cuts longer names off");
        }
        Set<String> seen = new HashSet<>();
        manifest.files()
                .map(ListedFile::path)
                .filter(path -> !seen.add(path.toLowerCase(Locale.ROOT)))
                .forEach(path -> error("", "DUPLICATE", "'" + path + "' is listed twice"));
    }

    private void error(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    private PlatformException failure() {
        FieldError first = errors.get(0);
        String where = first.pointer().isEmpty() ? "" : first.pointer().substring(1) + ": ";
        String more = errors.size() == 1 ? "" : String.format(" (and %d more)", errors.size() - 1);
        return PLUGIN_MANIFEST_INVALID
                .because("plugin.json is not valid: %s%s%s", where, first.detail(), more)
                .at(errors);
    }

    private static ObjectNode object(byte[] json) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw PLUGIN_MANIFEST_INVALID.because("plugin.json must hold a JSON object");
        } catch (JacksonException e) {
            throw PLUGIN_MANIFEST_INVALID
                    .because("plugin.json is no strict JSON: %s", e.getOriginalMessage())
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
