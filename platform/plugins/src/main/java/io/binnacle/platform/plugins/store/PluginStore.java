package io.binnacle.platform.plugins.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Everything that is on disk below {@code <data>/plugins}.
 *
 * @param suspect the plugin that was starting when the last boot failed
 * @param culprit the plugin that ended the process the last time
 */
public record PluginStore(
        ContentStore contents,
        Generations generations,
        Steps steps,
        BootGuard boots,
        SuspectFile suspect,
        SuspectFile culprit) {

    /** Opens what is there and puts right what a crash left behind. */
    public static PluginStore open(Path root, Clock clock) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw Disk.failure(root, e);
        }
        ContentStore contents = new ContentStore(root);
        Generations generations = new Generations(root, clock);
        contents.sweep(generations.digests());
        return new PluginStore(
                contents,
                generations,
                new Steps(root, clock),
                new BootGuard(root, generations),
                new SuspectFile(root.resolve("suspect.json")),
                new SuspectFile(root.resolve("culprit.json")));
    }
}
