package io.binnacle.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts. Any thread may call. */
@ProviderType
public interface Accounts {

    /** One account. */
    Optional<Account> find(UUID id);

    /** All accounts, by name. */
    List<Account> all();
}
