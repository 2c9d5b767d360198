package io.binnacle.platform.api.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says that a bundle's tables are there. Published for every active bundle that has a {@code Binnacle-Schema}
 * header, with the service property {@code schema}, once its migrations are applied.
 *
 * <p>A component that uses tables requires it: {@code @Reference(target = "(schema=pipeline)") SchemaReady}.
 * Migrations are the files {@code db/V1__what.sql}, {@code db/V2__…} of the bundle, applied in order in one
 * transaction with the bundle's schema as search path. A file that was applied must never change.
 *
 * <p>A schema belongs to the bundle that made it, by its symbolic name. Two versions of that bundle may run
 * side by side on it, so the migrations of a newer one only add; each version sees its own service alone.
 */
@ProviderType
public interface SchemaReady {

    /** The schema that is ready. */
    String schema();
}
