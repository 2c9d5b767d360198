package io.binnacle.platform.testkit.plugins;

import static io.binnacle.platform.testkit.plugins.PluginKey.sha256;
import static io.binnacle.platform.testkit.plugins.PluginKey.utf8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A plugin of one bundle, made of sources while the test runs. It does not use the platform's own packager:
 * whoever wants to know what the platform refuses must be able to write what the packager would not.
 */
public final class PluginFile {

    private final String id;
    private final String version;
    private final ObjectNode manifest = Json.object();
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> inBundle = new TreeMap<>();
    private final Map<String, byte[]> content = new TreeMap<>();
    private final Map<String, byte[]> unlisted = new LinkedHashMap<>();
    private Function<byte[], String> signature = bytes -> "";

    private PluginFile(String id, String version) {
        this.id = id;
        this.version = version;
        manifest.put("format", 1)
                .put("id", id)
                .put("version", version)
                .put("name", id.substring(id.lastIndexOf('.') + 1))
                .put("publisher", "example")
                .put("description", "Made by a test.")
                .put("platform", "[0.1,1)")
                .put("kind", "other");
    }

    /** A plugin with nothing in it yet. The id is the bundle's name and the package of its classes too. */
    public static PluginFile of(String id, String version) {
        return new PluginFile(id, version);
    }

    /** The id in {@code plugin.json}. */
    public String id() {
        return id;
    }

    /** The version in {@code plugin.json}. */
    public String version() {
        return version;
    }

    /** Adds a class; {@code source} begins after the package declaration. */
    public PluginFile source(String simpleName, String source) {
        sources.put(id + "." + simpleName, "package " + id + ";\n" + source);
        return this;
    }

    /** Makes a class a component that offers a service, with properties. */
    public PluginFile component(String simpleName, String service, Map<String, String> properties) {
        String name = id + "." + simpleName;
        String settings = properties.entrySet().stream()
                .map(property ->
                        "<property name=\"%s\" value=\"%s\"/>".formatted(property.getKey(), property.getValue()))
                .collect(Collectors.joining());
        inBundle.put(
                "OSGI-INF/" + name + ".xml",
                utf8(("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"%1$s\">%2$s"
                                + "<service><provide interface=\"%3$s\"/></service><implementation class=\"%1$s\"/>"
                                + "</scr:component>")
                        .formatted(name, settings, service)));
        headers.merge("Service-Component", "OSGI-INF/" + name + ".xml", (one, other) -> one + "," + other);
        return this;
    }

    /** Adds a file to the bundle, such as {@code openapi.json}. */
    public PluginFile resource(String path, String text) {
        inBundle.put(path, utf8(text));
        return this;
    }

    /** Sets a header of the bundle's manifest. */
    public PluginFile header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Changes {@code plugin.json}. */
    public PluginFile manifest(Consumer<ObjectNode> change) {
        change.accept(manifest);
        return this;
    }

    /** Adds a file below {@code content/}, by its whole path. */
    public PluginFile content(String path, byte[] bytes) {
        content.put(path, bytes);
        return this;
    }

    /** Adds an entry that {@code plugin.json} does not list, whatever its name. */
    public PluginFile unlisted(String name, byte[] bytes) {
        unlisted.put(name, bytes);
        return this;
    }

    /** Signs {@code plugin.json}. */
    public PluginFile signedBy(PluginKey key) {
        signature = key::sign;
        return this;
    }

    /** Signs with one key and claims that it was the other. */
    public PluginFile forgedBy(PluginKey key, PluginKey claimed) {
        signature = bytes -> key.forge(claimed, bytes);
        return this;
    }

    /** Writes {@code ID-VERSION.zip} into the folder. */
    public Path write(Path folder) {
        Map<String, byte[]> listed = listed();
        return write(folder, listed, listed);
    }

    /** Writes it, and changes one byte of the bundle that {@code plugin.json} has promised otherwise. */
    public Path writeTampered(Path folder) {
        Map<String, byte[]> listed = listed();
        Map<String, byte[]> tampered = new TreeMap<>(listed);
        tampered.replaceAll((path, bytes) -> path.startsWith("bundles/") ? withOtherLastByte(bytes) : bytes);
        return write(folder, listed, tampered);
    }

    private Map<String, byte[]> listed() {
        Map<String, byte[]> listed = new TreeMap<>(content);
        if (!sources.isEmpty() || !headers.isEmpty()) {
            listed.put("bundles/" + id + "-" + version + ".jar", bundle());
        }
        return listed;
    }

    private Path write(Path folder, Map<String, byte[]> promised, Map<String, byte[]> given) {
        ArrayNode bundles = manifest.putArray("bundles");
        ArrayNode contents = manifest.putArray("content");
        promised.forEach((path, bytes) -> (path.startsWith("bundles/") ? bundles : contents)
                .addObject()
                .put("path", path)
                .put("sha256", sha256(bytes)));
        byte[] json = utf8(Json.write(manifest));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("plugin.json", json);
        String signed = signature.apply(json);
        if (!signed.isEmpty()) {
            entries.put("plugin.json.sig", utf8(signed));
        }
        entries.putAll(given);
        entries.putAll(unlisted);
        try {
            return Files.write(folder.resolve(id + "-" + version + ".zip"), zip(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bundle() {
        Sources java = new Sources(Map.copyOf(sources));
        Manifest jar = new Manifest();
        Attributes attributes = jar.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", id);
        attributes.putValue("Bundle-Version", version);
        if (!java.imports().isEmpty()) {
            attributes.putValue("Import-Package", imports(java));
        }
        if (headers.containsKey("Service-Component")) {
            attributes.putValue(
                    "Require-Capability",
                    "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"");
        }
        headers.forEach(attributes::putValue);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", bytes(jar));
        entries.putAll(inBundle);
        entries.putAll(java.compiled());
        return zip(entries);
    }

    private static String imports(Sources java) {
        return java.imports().stream().map(PluginFile::ranged).collect(Collectors.joining(","));
    }

    private static String ranged(String name) {
        if (name.startsWith("io.binnacle.")) {
            return name + ";version=\"[1.0,2)\"";
        }
        return name.startsWith("io.javalin.") ? name + ";version=\"[7.2,8)\"" : name;
    }

    private static byte[] bytes(Manifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            manifest.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Behind the end of a zip there may be a comment: the jar can still be read. */
    private static byte[] withOtherLastByte(byte[] bytes) {
        byte[] other = Arrays.copyOf(bytes, bytes.length + 1);
        other[bytes.length - 2] = 1;
        other[bytes.length] = 'x';
        return other;
    }
}
