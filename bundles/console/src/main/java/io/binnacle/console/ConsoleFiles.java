package io.binnacle.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** The files that the bundle brought, by their paths. What is not among them does not exist. */
final class ConsoleFiles {

    private static final String FOLDER = "/console/";

    private final Map<String, ConsoleFile> files;

    ConsoleFiles(Map<String, ConsoleFile> files) {
        this.files = Map.copyOf(files);
    }

    static ConsoleFiles in(Bundle bundle) {
        Map<String, ConsoleFile> files = new TreeMap<>();
        for (URL url : Collections.list(bundle.findEntries(FOLDER, "*.*", true))) {
            String path = url.getPath().substring(FOLDER.length());
            files.put(path, ConsoleFile.of(path, read(url)));
        }
        return new ConsoleFiles(files);
    }

    Optional<ConsoleFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url + " of the console", e);
        }
    }
}
