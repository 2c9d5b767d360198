package io.binnacle.platform.testkit.plugins;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Java sources by class name, compiled against the class path of the test. */
record Sources(Map<String, String> byClass) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z0-9.]+)\\.[A-Z]");

    /** Many versions of a plugin differ in their version alone. */
    private static final Map<Sources, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    /** Class files by their path in a jar. */
    Map<String, byte[]> compiled() {
        return COMPILED.computeIfAbsent(this, Sources::compile);
    }

    private Map<String, byte[]> compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Path classes = Files.createTempDirectory("binnacle-classes-");
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<String> options = List.of("--release", "17", "-proc:none", "-nowarn");
            if (!compiler.getTask(said, files, null, options, null, units()).call()) {
                throw new IllegalArgumentException("the plugin does not compile:\n" + said);
            }
            return take(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages that a manifest has to import for these sources. */
    Set<String> imports() {
        Set<String> packages = new TreeSet<>();
        byClass.values().forEach(source -> IMPORT.matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("java."))
                .forEach(packages::add));
        return packages;
    }

    private List<JavaFileObject> units() {
        return byClass.entrySet().stream()
                .<JavaFileObject>map(source -> new Unit(source.getKey(), source.getValue()))
                .toList();
    }

    private static Map<String, byte[]> take(Path classes) throws IOException {
        Map<String, byte[]> taken = new TreeMap<>();
        try (Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                taken.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                file.toFile().deleteOnExit();
            }
        }
        return taken;
    }

    private static final class Unit extends SimpleJavaFileObject {

        private final String source;

        Unit(String className, String source) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
        }
    }
}
