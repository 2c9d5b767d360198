package io.binnacle.platform.plugins.lifecycle;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** Finds the threads that run code of bundles, even of those that were uninstalled since. */
final class ThreadCensus {

    private final Set<String> packages = new HashSet<>();
    private final List<Bundle> bundles;

    ThreadCensus(List<Bundle> bundles) {
        bundles.forEach(this::addPackages);
        this.bundles = List.copyOf(bundles);
    }

    List<Thread> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(this::isInside)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> names() {
        return names(threads());
    }

    static List<String> names(List<Thread> threads) {
        return threads.stream().map(Thread::getName).sorted().toList();
    }

    /** Whether one of these threads has called {@code System.exit} from code of the bundles. */
    boolean endsProcess() {
        return Thread.getAllStackTraces().values().stream().anyMatch(stack -> isExiting(stack) && isOnStack(stack));
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        return Stream.of(stack)
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }

    private boolean isInside(Map.Entry<Thread, StackTraceElement[]> thread) {
        ClassLoader context = thread.getKey().getContextClassLoader();
        ClassLoader own = thread.getKey().getClass().getClassLoader();
        return isOurs(context) || isOurs(own) || isOnStack(thread.getValue());
    }

    private boolean isOurs(ClassLoader loader) {
        return loader instanceof BundleReference reference && bundles.contains(reference.getBundle());
    }

    private boolean isOnStack(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                return true;
            }
        }
        return false;
    }

    private void addPackages(Bundle bundle) {
        Enumeration<URL> classes = bundle.findEntries("/", "*.class", true);
        for (URL entry : classes == null ? List.<URL>of() : Collections.list(classes)) {
            String path = entry.getPath().replaceFirst("^/", "");
            packages.add(path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '.'));
        }
    }
}
