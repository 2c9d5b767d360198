package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The password of the embedded server, made once and kept in a file that only its owner may read. */
final class Secret {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Secret() {}

    static String in(Path home) throws IOException {
        Path file = home.resolve("secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.move(write(home, HexFormat.of().formatHex(random)), file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** A private file with {@code text} that the caller removes. */
    static Path write(Path home, String text) throws IOException {
        Path file = Files.createTempFile(home, "secret-", "", PRIVATE);
        return Files.writeString(file, text);
    }
}
