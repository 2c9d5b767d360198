package io.binnacle.platform.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Version;

/** Collects what classes refer to in our APIs and the running APIs do not have. */
final class LinkCheck {

    private static final int LARGEST_CLASS = 4 << 20;
    private static final int FIRST_MAJOR = 44;

    private final Map<String, Version> exported;
    private final ClassHierarchy apis;
    private final Map<String, String> missing = new TreeMap<>();
    private final TreeSet<String> unreadable = new TreeSet<>();

    LinkCheck(Map<String, Version> exported, ClassLookup classes) {
        this.exported = exported;
        this.apis = new ClassHierarchy(classes);
    }

    /** Whether a package, with dots, is one of our APIs. */
    static boolean isApi(String name) {
        return name.matches("io\\.binnacle\\.[a-z]+\\.api(\\..*)?");
    }

    void check(String name, InputStream in) throws IOException {
        byte[] classFile = in.readNBytes(LARGEST_CLASS);
        try {
            int java =
                    classFile.length < 8 ? 0 : Byte.toUnsignedInt(classFile[6]) << 8 | Byte.toUnsignedInt(classFile[7]);
            if (java - FIRST_MAJOR > Runtime.version().feature()) {
                unreadable.add(name + " was compiled for Java " + (java - FIRST_MAJOR) + "; this is Java "
                        + Runtime.version().feature());
            } else {
                check(new ClassReferences(classFile));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            unreadable.add(name + " is no class file that can be read");
        }
    }

    Collection<String> problems() {
        List<String> problems = new ArrayList<>(unreadable);
        missing.forEach((what, user) -> problems.add(user + " uses " + what));
        return problems;
    }

    private void check(ClassReferences references) {
        for (String used : references.classes()) {
            packageOf(used)
                    .filter(name -> !apis.has(used))
                    .ifPresent(name -> note(used.replace('/', '.'), name, references));
        }
        for (ClassMember used : references.members()) {
            packageOf(used.owner())
                    .filter(name -> !apis.has(used))
                    .ifPresent(name -> note(used.readable(), name, references));
        }
    }

    private void note(String what, String packageName, ClassReferences references) {
        Version here = exported.get(packageName);
        String instead = here == null
                ? ", and nothing here offers " + packageName
                : ", which is not in " + packageName + " " + here;
        missing.putIfAbsent(what + instead, references.name());
    }

    private static Optional<String> packageOf(String className) {
        int slash = className.lastIndexOf('/');
        return Optional.of(
                        slash < 0 || className.startsWith("[")
                                ? ""
                                : className.substring(0, slash).replace('/', '.'))
                .filter(LinkCheck::isApi);
    }
}
