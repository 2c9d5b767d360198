package io.binnacle.platform.storage.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** Finds the scripts of a bundle, in the order of their versions. */
public final class Scripts {

    private static final String FOLDER = "db";

    private Scripts() {}

    /** Those below {@code db/} in {@code bundle}. */
    static List<Script> of(Bundle bundle) {
        List<Script> scripts = new ArrayList<>();
        Enumeration<URL> entries = bundle.findEntries(FOLDER, "*.sql", false);
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            String path = entry.getPath();
            try (InputStream in = entry.openStream()) {
                String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                scripts.add(Script.of(path.substring(path.lastIndexOf('/') + 1), sql));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + entry, e);
            }
        }
        return inOrder(scripts);
    }

    /** Those below {@code db/} in {@code root}, the folder or opened jar of a module. */
    public static List<Script> in(Path root) {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            List<Script> scripts = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                scripts.add(Script.of(file.getFileName().toString(), Files.readString(file)));
            }
            return inOrder(scripts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the scripts in " + root, e);
        }
    }

    private static List<Script> inOrder(List<Script> scripts) {
        scripts.sort(Comparator.comparingInt(Script::version));
        return List.copyOf(scripts);
    }
}
