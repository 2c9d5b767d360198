package io.binnacle.platform.storage.exports;

import java.util.UUID;

/**
 * An export that is there to be fetched.
 *
 * @param file where it is fetched
 * @param bytes its size
 */
record Export(UUID id, String file, long bytes, Manifest manifest) {

    static Export of(UUID id, long bytes, Manifest manifest) {
        return new Export(id, "/api/v1/exports/" + id + "/file", bytes, manifest);
    }
}
