package io.binnacle.planning.api;

import io.binnacle.platform.api.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The people at the customers. Any thread may call. */
@ProviderType
public interface Stakeholders {

    /** The people of all accounts, by name. */
    List<Stakeholder> all();

    /** The people of an account, by name. */
    List<Stakeholder> of(UUID account);

    /** One person. */
    Optional<Stakeholder> find(UUID id);

    /**
     * Adds a person.
     *
     * @param reportsTo a stakeholder of the same account
     * @throws io.binnacle.platform.api.error.PlatformException {@link PlanError#INVALID_STAKEHOLDER} with the fields
     *     at fault
     */
    Stakeholder add(UUID account, String name, String title, Optional<UUID> reportsTo, Principal by, String reason);
}
