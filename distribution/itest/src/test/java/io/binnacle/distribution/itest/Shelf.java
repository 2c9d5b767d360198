package io.binnacle.distribution.itest;

import io.binnacle.platform.packager.CatalogueBuilder;
import io.binnacle.platform.packager.Keys;
import io.binnacle.platform.testkit.plugins.PluginFile;
import io.binnacle.platform.testkit.plugins.PluginKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A catalogue in a folder, its publisher's key, and the folder of keys of those who trust it. */
final class Shelf {

    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private final Path folder;
    private final Path trusted;
    private final Keys keys = Keys.generate();
    private final PluginKey publisher = PluginKey.generate();

    Shelf(Path work) throws IOException {
        folder = Files.createDirectory(work.resolve("shelf"));
        trusted = Files.createDirectories(work.resolve("keys/trusted"));
        Files.writeString(trusted.resolve("shelf.pub"), keys.publicKey());
        Files.writeString(trusted.resolve("example.pub"), publisher.publicKey());
    }

    Path folder() {
        return folder;
    }

    /** The setting by which a platform trusts it. */
    String trustedHere() {
        return "-Dbinnacle.plugins.keys=" + trusted.getParent();
    }

    Shelf with(PluginFile... plugins) {
        for (PluginFile plugin : plugins) {
            plugin.signedBy(publisher).write(folder);
        }
        return this;
    }

    void index() throws IOException {
        indexUntil(Instant.now().plus(GOOD_FOR));
    }

    void indexUntil(Instant expires) throws IOException {
        new CatalogueBuilder(keys).build(folder, "shelf", expires);
    }

    void indexSignedBySomebodyElse() throws IOException {
        new CatalogueBuilder(Keys.generate())
                .build(folder, "shelf", Instant.now().plus(GOOD_FOR));
    }

    /** The index and its signature, as they are now. */
    Map<Path, byte[]> state() throws IOException {
        Map<Path, byte[]> state = new TreeMap<>();
        for (String name : new String[] {"index.json", "index.json.sig"}) {
            state.put(folder.resolve(name), Files.readAllBytes(folder.resolve(name)));
        }
        return state;
    }

    void restore(Map<Path, byte[]> state) throws IOException {
        for (Map.Entry<Path, byte[]> file : state.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    /** Changes one byte in the middle of a plugin's file. */
    void tamper(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[bytes.length / 2]++;
        Files.write(folder.resolve(file), bytes);
    }
}
