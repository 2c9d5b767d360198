package io.binnacle.platform.plugins.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A platform that does nothing but change its plugins, in a process of its own, so that it can be killed. */
final class StoreProcess {

    private StoreProcess() {}

    /** Updates once to version {@code arguments[1]}, or, without it, goes on updating until it is killed. */
    public static void main(String[] arguments) {
        PluginStore store = PluginStore.open(Path.of(arguments[0]), Clock.systemUTC());
        store.boots().choose(false);
        if (arguments.length > 1) {
            update(store, arguments[1]);
            return;
        }
        while (true) {
            long next = store.generations().current().number() + 1;
            update(store, "1.0." + next);
            System.out.println(next);
        }
    }

    static void update(PluginStore store, String version) {
        store.steps().begin("update", "acme.a");
        Contents.add(store.contents(), version);
        store.steps().step("update.added");
        Generation next = store.generations().commit(Contents.pair(version), "updated to " + version);
        store.generations().markGood(next.number());
        store.contents().sweep(store.generations().digests());
        store.steps().done();
    }

    static Process start(Path root, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx64m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreProcess.class.getName()));
        command.add(root.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
