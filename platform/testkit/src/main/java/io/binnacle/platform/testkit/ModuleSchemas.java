package io.binnacle.platform.testkit;

import io.binnacle.platform.storage.schema.Script;
import io.binnacle.platform.storage.schema.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Manifest;

/**
 * Finds the migrations of modules on the class path by their {@code Binnacle-Schema} header: in the manifest
 * of a jar, or in the {@code bnd.bnd} of a module whose classes lie in {@code target/classes}.
 */
final class ModuleSchemas {

    private static final String HEADER = "Binnacle-Schema";

    private ModuleSchemas() {}

    /** The scripts that make {@code schema}. */
    static List<Script> scripts(String schema) {
        Map<String, Path> modules = modules();
        if (!modules.containsKey(schema)) {
            throw new IllegalArgumentException(
                    "no module on the class path has the header " + HEADER + ": " + schema + "; there are " + modules);
        }
        return scripts(modules.get(schema));
    }

    private static List<Script> scripts(Path module) {
        if (Files.isDirectory(module)) {
            return Scripts.in(module);
        }
        try (FileSystem jar = FileSystems.newFileSystem(module)) {
            return Scripts.in(jar.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> modules() {
        try {
            Map<String, Path> modules = new TreeMap<>();
            ClassLoader loader = ModuleSchemas.class.getClassLoader();
            for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                if (manifest.getProtocol().equals("jar")) {
                    ofJar(manifest).ifPresent(schema -> modules.putIfAbsent(schema, jar(manifest)));
                }
            }
            for (URL folder : Collections.list(loader.getResources("db"))) {
                if (folder.getProtocol().equals("file")) {
                    Path classes = path(folder).getParent();
                    ofClasses(classes).ifPresent(schema -> modules.put(schema, classes));
                }
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> ofJar(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue(HEADER));
        }
    }

    private static Optional<String> ofClasses(Path classes) throws IOException {
        Path bnd = classes.resolve("../../bnd.bnd").normalize();
        if (!Files.exists(bnd)) {
            return Optional.empty();
        }
        Properties headers = new Properties();
        try (InputStream in = Files.newInputStream(bnd)) {
            headers.load(in);
        }
        return Optional.ofNullable(headers.getProperty(HEADER));
    }

    private static Path jar(URL manifest) {
        String file = manifest.getPath();
        return Path.of(URI.create(file.substring(0, file.indexOf("!/"))));
    }

    private static Path path(URL folder) {
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
