package io.binnacle.platform.plugins.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.plugins.archive.PluginManifest.ListedFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * The fields of one object, taken one by one; what is wrong is noted and something harmless returned, so that
 * reading goes on. What nobody took is unknown.
 */
final class ManifestFields {

    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final String SHORT_VERSION = NUMBER + "(\\." + NUMBER + "(\\." + NUMBER + "(\\.[A-Za-z0-9_-]+)?)?)?";
    private static final Pattern VERSION =
            Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(\\.[A-Za-z0-9_-]+)?");
    private static final Pattern RANGE =
            Pattern.compile(SHORT_VERSION + "|[\\[(]" + SHORT_VERSION + "," + SHORT_VERSION + "[\\])]");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final VersionRange ANY = new VersionRange("0");

    private final ObjectNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> taken = new HashSet<>();

    ManifestFields(ObjectNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    void format() {
        JsonNode format = required("format");
        if (format != null && !(format.isInt() && format.intValue() == 1)) {
            error("format", "UNKNOWN_FORMAT", "this platform reads format 1 of plugins");
        }
    }

    String text(String name, int shortest, int longest) {
        return text(name, Pattern.compile("[^\\p{Cntrl}]*"), shortest, longest, "a text in one line");
    }

    String text(String name, Pattern pattern, int shortest, int longest, String what) {
        String text = string(name, required(name));
        int length = text.codePointCount(0, text.length());
        if (object.path(name).isTextual()
                && (length < shortest
                        || length > longest
                        || !pattern.matcher(text).matches())) {
            error(name, "WRONG_FORMAT", String.format("must be %s, %d to %d characters", what, shortest, longest));
        }
        return text;
    }

    String optionalText(String name, int longest) {
        String text = string(name, optional(name));
        if (text.codePointCount(0, text.length()) > longest) {
            error(name, "TOO_LONG", String.format("has more than %d characters", longest));
        }
        return text;
    }

    Version version(String name) {
        String text = string(name, required(name));
        if (VERSION.matcher(text).matches()) {
            return Version.parseVersion(text);
        }
        if (object.path(name).isTextual()) {
            error(name, "WRONG_FORMAT", "must be a version of three numbers such as 1.2.0");
        }
        return Version.emptyVersion;
    }

    VersionRange range(String name) {
        return range(name, string(name, required(name)));
    }

    SortedMap<String, VersionRange> ranges(String name) {
        SortedMap<String, VersionRange> ranges = new TreeMap<>();
        optionalObject(name).ifPresent(spi -> {
            ManifestFields fields = new ManifestFields(spi, pointer + "/" + name, errors);
            spi.fieldNames().forEachRemaining(key -> {
                if (!PACKAGE.matcher(key).matches()) {
                    fields.error(key, "WRONG_FORMAT", "is not the name of a package");
                }
                ranges.put(key, fields.range(key));
            });
        });
        return ranges;
    }

    Set<Permission> permissions(String name) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String text = string(name + "/" + i, items.get(i));
            Optional<Permission> permission = Permission.of(text);
            if (permission.isEmpty()) {
                error(name + "/" + i, "UNKNOWN_VALUE", "must be one of " + Permission.texts());
            } else if (!permissions.add(permission.get())) {
                error(name + "/" + i, "DUPLICATE", "'" + text + "' is asked for twice");
            }
        }
        return permissions;
    }

    Optional<ObjectNode> optionalObject(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ObjectNode found) {
            return Optional.of(found);
        }
        error(name, "WRONG_TYPE", "must be a JSON object");
        return Optional.empty();
    }

    int optionalCount(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            return 0;
        }
        if (node.isInt() && node.intValue() >= 0) {
            return node.intValue();
        }
        error(name, "WRONG_TYPE", "must be a whole number from 0");
        return 0;
    }

    Kind kind(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            return Kind.OTHER;
        }
        String text = string(name, node);
        return Kind.of(text).orElseGet(() -> {
            error(name, "UNKNOWN_VALUE", "must be one of " + Kind.texts());
            return Kind.OTHER;
        });
    }

    List<ListedFile> files(String name, Pattern path, String what) {
        List<ListedFile> files = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof ObjectNode item) {
                ManifestFields fields = new ManifestFields(item, pointer + "/" + name + "/" + i, errors);
                files.add(new ListedFile(
                        fields.text("path", path, 1, 200, "a path such as " + what),
                        fields.text("sha256", SHA256, 64, 64, "a SHA-256 in lower-case hexadecimal")));
                fields.refuseOthers();
            } else {
                error(name + "/" + i, "WRONG_TYPE", "must be an object with 'path' and 'sha256'");
            }
        }
        return files;
    }

    void refuseOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!taken.contains(name)) {
                error(name, "UNKNOWN_FIELD", "there is no field '" + name + "' here");
            }
        });
    }

    private VersionRange range(String name, String text) {
        if (RANGE.matcher(text).matches()) {
            VersionRange range = new VersionRange(text);
            if (!range.isEmpty()) {
                return range;
            }
        }
        if (object.path(name).isTextual()) {
            error(name, "WRONG_FORMAT", "must be a range of versions such as [1.0,2)");
        }
        return ANY;
    }

    private List<JsonNode> items(String name) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode node = optional(name);
        if (node != null && node.isArray()) {
            node.forEach(items::add);
        } else if (node != null) {
            error(name, "WRONG_TYPE", "must be a list");
        }
        return items;
    }

    private String string(String name, JsonNode node) {
        if (node != null && !node.isTextual()) {
            error(name, "WRONG_TYPE", "must be a text");
        }
        return node == null || !node.isTextual() ? "" : node.textValue();
    }

    private JsonNode required(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            error(name, "MISSING", "is missing");
        }
        return node;
    }

    private JsonNode optional(String name) {
        taken.add(name);
        return object.get(name);
    }

    private void error(String name, String code, String detail) {
        errors.add(new FieldError(pointer + "/" + name, code, detail));
    }
}
