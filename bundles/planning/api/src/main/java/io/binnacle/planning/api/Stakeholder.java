package io.binnacle.planning.api;

import java.util.Optional;
import java.util.UUID;

/**
 * A person at the customer.
 *
 * @param reportsTo the stakeholder above; the links make no circle
 */
public record Stakeholder(UUID id, UUID account, String name, String title, Optional<UUID> reportsTo, long version) {}
