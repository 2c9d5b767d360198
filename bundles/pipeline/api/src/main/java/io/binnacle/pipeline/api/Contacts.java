package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The people at customers. Any thread may call. */
@ProviderType
public interface Contacts {

    /**
     * The contacts at a point in both times, by name.
     *
     * @param account only those of this account; empty for all
     */
    List<Contact> list(Optional<UUID> account, AsOf asOf);
}
