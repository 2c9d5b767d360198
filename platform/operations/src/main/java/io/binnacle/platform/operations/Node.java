package io.binnacle.platform.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The platform on one data folder, from one start to the next. Only one process runs on a data folder, so
 * what this node left running when it starts was left by a process that is dead.
 */
record Node(UUID id) {

    static Node in(Path data) {
        Path file = data.resolve("node-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID() + "\n", StandardOpenOption.CREATE_NEW);
            }
            return new Node(UUID.fromString(Files.readString(file).strip()));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("two processes start on " + data, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the node's id cannot be kept in " + file, e);
        }
    }
}
