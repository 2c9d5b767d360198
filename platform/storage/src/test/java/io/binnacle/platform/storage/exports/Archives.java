package io.binnacle.platform.storage.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Archives in the hands of somebody who tampers with them. */
final class Archives {

    private Archives() {}

    static Map<String, byte[]> read(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    static Path write(Map<String, byte[]> files, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "tampered", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static void replace(Map<String, byte[]> files, String name, String old, String fresh) {
        String text = text(files, name);
        assertThat(text).contains(old);
        files.put(name, text.replace(old, fresh).getBytes(StandardCharsets.UTF_8));
    }

    static void removeLine(Map<String, byte[]> files, String name, int number) {
        List<String> lines = new ArrayList<>(text(files, name).lines().toList());
        lines.remove(number - 1);
        files.put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the manifest say what is in the files now. */
    static void forgeManifest(Map<String, byte[]> files) {
        ObjectNode manifest = Json.read(text(files, "manifest.json"), ObjectNode.class);
        manifest.get("files").forEach(file -> {
            String text = text(files, file.get("name").asText());
            ((ObjectNode) file)
                    .put("sha256", Json.sha256(text))
                    .put("bytes", text.getBytes(StandardCharsets.UTF_8).length)
                    .put("lines", text.lines().count());
        });
        manifest.put("contentHash", Json.hash(manifest.get("files")));
        files.put("manifest.json", Json.write(manifest).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
