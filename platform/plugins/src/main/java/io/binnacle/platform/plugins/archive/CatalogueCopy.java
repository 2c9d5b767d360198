package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_INVALID;

import com.fasterxml.jackson.core.JacksonException;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The last catalogue that was good, kept with its signature: for days without a network, and for its counter. */
final class CatalogueCopy {

    /** An index and its signature file, byte by byte as they came. */
    record Signed(byte[] index, byte[] signature) {}

    private final Path file;

    CatalogueCopy(Path file) {
        this.file = file;
    }

    Optional<Signed> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.mapper().readValue(file.toFile(), Signed.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw CATALOGUE_INVALID
                    .because(
                            "the copy of the catalogue in %s is damaged; delete it and fetch the catalogue anew, knowing"
                                    + " that an older one would not be noticed then",
                            file)
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Signed signed) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.write(signed).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
