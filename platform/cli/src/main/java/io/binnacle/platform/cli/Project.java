package io.binnacle.platform.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A Maven project that builds, tests and packs one plugin. */
final class Project {

    private static final String ID = "[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+";

    private final ProjectKind kind;
    private final Map<String, String> words = new TreeMap<>();

    Project(ProjectKind kind, String id, Path home, String version) {
        if (!id.matches(ID) || id.length() > 80) {
            throw Refusal.failed(
                    "'%s' cannot be the id of a plugin: it is lower-case words with dots between them, such as"
                            + " com.acme.drift.",
                    id);
        }
        this.kind = kind;
        String last = id.substring(id.lastIndexOf('.') + 1);
        String name = Character.toUpperCase(last.charAt(0)) + last.substring(1);
        String[] parts = id.split("\\.");
        words.put("id", id);
        words.put("name", name);
        words.put("service", last);
        words.put("Class", name + kind.suffix());
        words.put("folder", id.replace('.', '/'));
        words.put("publisher", parts[parts.length - 2]);
        words.put("description", kind.description());
        words.put("spi", kind.spi());
        words.put("kind", kind.toString());
        words.put("apis", kind.apis());
        words.put("home", home.toString());
        words.put("binnacle", version);
    }

    /** Writes the project; refuses a folder in which something is. */
    void write(Path folder) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw Refusal.failed("%s is there already. Name another folder with --dir.", folder);
            }
            for (Map.Entry<String, String> file : kind.files().entrySet()) {
                Path target = folder.resolve(filled(file.getKey()));
                Files.createDirectories(target.getParent());
                Files.writeString(target, filled(template(file.getValue())));
            }
        } catch (IOException e) {
            throw Refusal.failed("The project cannot be written to %s: %s", folder, e.getMessage());
        }
    }

    private String filled(String template) {
        String text = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        return text;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String template(String name) {
        try (InputStream in = Project.class.getResourceAsStream("project/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
