package io.binnacle.distribution.itest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.packager.Keys;
import io.binnacle.platform.packager.Packager;
import io.binnacle.platform.testkit.Distribution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A plugin that comes with the distribution, and later versions of it, signed with the key of the same build. */
record ShippedPlugin(String id) {

    private static final String SHIPPED = "0.1.0";

    Path file() {
        return Distribution.underTest().home().resolve("plugins/" + id + "-" + SHIPPED + ".zip");
    }

    /** The same under another version; {@code change} is applied to every JSON file of its content and its bundles. */
    Path as(String version, Path folder, UnaryOperator<String> change) throws IOException {
        SortedMap<String, byte[]> files = files();
        ObjectNode manifest = (ObjectNode) Json.mapper().readTree(files.remove("plugin.json"));
        files.remove("plugin.json.sig");
        files.replaceAll(
                (name, bytes) -> name.endsWith(".jar") ? renumbered(bytes, version, change) : changed(bytes, change));
        Keys keys = Keys.read(Distribution.underTest().home().resolve("../../plugins/official.key"));
        byte[] archive = new Packager(Optional.of(keys)).archive(manifest.put("version", version), files);
        return Files.write(folder.resolve(id + "-" + version + ".zip"), archive);
    }

    private SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] changed(byte[] json, UnaryOperator<String> change) {
        return change.apply(new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] renumbered(byte[] jar, String version, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    byte[] content = in.readAllBytes();
                    out.write(entry.getName().endsWith(".json") ? changed(content, change) : content);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
