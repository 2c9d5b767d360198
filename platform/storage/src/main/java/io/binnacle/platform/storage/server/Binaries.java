package io.binnacle.platform.storage.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/** The unpacked binaries of one server version. */
record Binaries(Path folder) {

    /**
     * Unpacks {@code archive} below {@code home} unless that was done before. The folder appears in one step,
     * so a crash or a second process on the way leaves nothing half there.
     */
    static Binaries unpack(Archive archive, Path home) {
        Path folder = home.resolve("server-" + archive.version());
        try {
            if (!Files.isDirectory(folder)) {
                Folders.create(home);
                Path partial = Files.createTempDirectory(home, "unpacking-");
                extract(archive, partial);
                Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
                publish(partial, folder);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw new ServerException("the PostgreSQL binaries could not be unpacked into " + folder, e);
        }
    }

    String tool(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void publish(Path partial, Path folder) throws IOException {
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Folders.delete(partial);
        }
    }

    private static void extract(Archive archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.open(), 1 << 16);
                InputStream plain = new BufferedInputStream(new XZInputStream(packed), 1 << 16)) {
            Tar tar = new Tar(plain);
            for (Optional<Tar.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                extract(tar, entry.get(), target);
            }
        }
    }

    private static void extract(Tar tar, Tar.Entry entry, Path target) throws IOException {
        Path path = inside(target, target.resolve(entry.name()));
        Folders.create(entry.kind() == Tar.Kind.FOLDER ? path : path.getParent());
        switch (entry.kind()) {
            case FOLDER -> {}
            case SYMBOLIC_LINK -> {
                inside(target, path.resolveSibling(entry.link()));
                Files.createSymbolicLink(path, Path.of(entry.link()));
            }
            case HARD_LINK -> Files.createLink(path, inside(target, target.resolve(entry.link())));
            case FILE -> {
                Files.copy(tar.content(), path);
                String permissions = entry.executable() ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    private static Path inside(Path target, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("the archive names " + path + ", which lies outside its folder");
        }
        return normal;
    }
}
