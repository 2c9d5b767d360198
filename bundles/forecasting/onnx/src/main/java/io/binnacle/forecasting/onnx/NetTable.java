package io.binnacle.forecasting.onnx;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The nets in the plugin's table. */
record NetTable(Database database) {

    private static final String TABLE = "plugin_io_binnacle_forecasting_onnx.net";

    /** By id. */
    List<StoredNet> all() {
        return database.read(handle -> handle.createQuery("select id, version, digest, descriptor from " + TABLE
                        + " where file is not null order by id collate \"C\"")
                .map((row, context) -> new StoredNet(
                        row.getString("id"),
                        row.getLong("version"),
                        row.getString("digest"),
                        Json.read(row.getString("descriptor"), Descriptor.class)))
                .list());
    }

    Optional<StoredNet> find(String id) {
        return all().stream().filter(net -> net.id().equals(id)).findFirst();
    }

    /** Empty when it has just been deleted or replaced. */
    Optional<byte[]> file(StoredNet net) {
        return database.read(handle -> handle.createQuery(
                        "select file from " + TABLE + " where id = :id and version = :version and file is not null")
                .bind("id", net.id())
                .bind("version", net.version())
                .mapTo(byte[].class)
                .findOne());
    }

    /**
     * Keeps a net, or puts it in the place of another.
     *
     * @param expected the version that is there, 0 for none
     */
    StoredNet put(String id, long expected, Descriptor descriptor, byte[] file, Principal by) {
        String digest = sha256(file);
        return database.inTransaction(handle -> {
            requireVersion(handle, id, expected);
            long version = handle.createQuery("insert into " + TABLE
                            + " as net (id, version, digest, descriptor, file, uploaded_at, uploaded_by)"
                            + " values (:id, 1, :digest, :descriptor, :file, now(), :by)"
                            + " on conflict (id) do update set version = net.version + 1, digest = excluded.digest,"
                            + " descriptor = excluded.descriptor, file = excluded.file,"
                            + " uploaded_at = excluded.uploaded_at, uploaded_by = excluded.uploaded_by"
                            + " returning version")
                    .bind("id", id)
                    .bind("digest", digest)
                    .bind("descriptor", Json.write(descriptor))
                    .bind("file", file)
                    .bind("by", by.name())
                    .mapTo(Long.class)
                    .one();
            return new StoredNet(id, version, digest, descriptor);
        });
    }

    void delete(String id, long expected) {
        database.useTransaction(handle -> {
            if (requireVersion(handle, id, expected) == 0) {
                throw missing(id);
            }
            handle.createUpdate("update " + TABLE + " set file = null where id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    static PlatformException missing(String id) {
        return ENTITY_NOT_FOUND.because("there is no net '%s'; GET /api/v1/forecasting/onnx lists those there are", id);
    }

    private static long requireVersion(Handle handle, String id, long expected) {
        handle.execute("lock table " + TABLE + " in share row exclusive mode");
        long present = handle.createQuery("select version from " + TABLE + " where id = :id and file is not null")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        if (present != expected) {
            throw STALE_VERSION.because(
                    "the net %s is at version %d by now, not %d: read it again and repeat your change",
                    id, present, expected);
        }
        return present;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
