package io.binnacle.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Where the first administrator finds the token. Only the owner of the process can read it. */
record AdminTokenFile(Path path) {

    static AdminTokenFile in(Path data) {
        return new AdminTokenFile(data.resolve("admin-token"));
    }

    /** Puts the whole token there or leaves what was there; at no moment can others read it. */
    void write(Secret secret) {
        try {
            Path fresh = Files.createTempFile(path.toAbsolutePath().getParent(), "admin-token", ".new");
            try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap((secret.text() + "\n").getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the administrator's token cannot be written to " + path, e);
        }
    }

    String howToSignIn() {
        return Files.exists(path)
                ? "Sign in with the token in " + path + " (bin/binnacle token prints it)."
                : "Sign in with a token that an administrator made for you (bin/binnacle token create makes one).";
    }
}
