package io.binnacle.platform.storage.exports;

import java.util.List;

/**
 * What an archive brought, or would bring.
 *
 * @param written whether it is here now
 * @param contentHash that of its manifest; an export of this instance has the same
 * @param unprojected entity types that came in and that nothing here shows: their plugin is missing
 */
record RestoreReport(boolean written, String contentHash, long entities, long events, List<String> unprojected) {

    RestoreReport {
        unprojected = List.copyOf(unprojected);
    }

    static RestoreReport checked(Manifest manifest, long entities) {
        return new RestoreReport(false, manifest.contentHash(), entities, manifest.events(), List.of());
    }

    RestoreReport written(List<String> withoutProjection) {
        return new RestoreReport(true, contentHash, entities, events, withoutProjection);
    }
}
