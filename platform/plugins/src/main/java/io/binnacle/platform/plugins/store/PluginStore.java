package io.binnacle.platform.plugins.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Everything that is on disk below {@code <data>/plugins}. */
public record PluginStore(ContentStore contents, Generations generations, Steps steps, BootGuard boots) {

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
        return new PluginStore(contents, generations, new Steps(root, clock), new BootGuard(root, generations));
    }
}
