package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The data folder of the embedded server. */
record Cluster(Path folder) {

    static final String SUPERUSER = "binnacle";

    /**
     * The cluster for {@code version} below {@code home}, made when it is not there. It appears in one step:
     * an interrupted first start begins anew.
     */
    static Cluster open(Path home, String major, Binaries binaries, Privileges privileges, String password) {
        Path folder = home.resolve("data-" + major);
        try {
            if (!Files.exists(folder)) {
                refuseOtherMajors(home, major);
                Path partial = home.resolve("initialising");
                Folders.delete(partial);
                Files.createDirectory(partial);
                initialise(partial, binaries, privileges, password);
                Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            give(folder, privileges);
            return new Cluster(folder);
        } catch (IOException e) {
            throw new ServerException("the database folder " + folder + " cannot be used", e);
        }
    }

    Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    /** An empty database beside the real one would look as if everything were lost. */
    private static void refuseOtherMajors(Path home, String major) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(home, "data-*")) {
            for (Path other : others) {
                throw new ServerException(
                        ("%s was written by another PostgreSQL than %s, which comes with this Binnacle;"
                                        + " start the Binnacle that wrote it, or move the folder away to begin with nothing")
                                .formatted(other, major));
            }
        }
    }

    private static void initialise(Path folder, Binaries binaries, Privileges privileges, String password)
            throws IOException {
        Path passwordFile = Secret.write(folder.getParent(), password);
        try {
            give(folder, privileges);
            give(passwordFile, privileges);
            Command.Outcome outcome = Command.run(privileges.line(List.of(
                    binaries.tool("initdb"),
                    "--pgdata=" + folder,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--data-checksums",
                    // Rounds of hashing slow down guesses at weak passwords; ours is random, and each connection pays.
                    "--set=scram_iterations=1")));
            if (!outcome.succeeded()) {
                throw new ServerException("initdb failed in " + folder + ": " + outcome.output());
            }
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** Root may have restored the folder from a copy, or the way to drop privileges may have changed. */
    private static void give(Path path, Privileges privileges) throws IOException {
        if (privileges.owner().isPresent()
                && Folders.owner(path) != privileges.owner().getAsInt()) {
            Folders.give(path, privileges.owner().getAsInt());
        }
    }
}
