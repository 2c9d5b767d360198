package io.binnacle.platform.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one plugin is unpacked. What is written is on the disk, not only on its way there. */
record StagingFolder(Path path) {

    /** Writes what {@code in} has and gives its SHA-256. */
    String write(String name, InputStream in) throws IOException {
        Path file = resolve(name);
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            String digest = Sha256.copy(in, out);
            channel.force(true);
            return digest;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Makes the names of the files as durable as the files are. */
    void force() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(path)) {
            folders = all.filter(Files::isDirectory).toList();
        }
        for (Path folder : folders) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
