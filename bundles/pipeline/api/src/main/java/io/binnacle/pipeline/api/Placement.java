package io.binnacle.pipeline.api;

import java.util.Optional;
import java.util.UUID;

/**
 * Where an account or a product belongs in a hierarchy, at one point in time.
 *
 * @param subject an account for {@link HierarchyKind#TERRITORY} and {@link HierarchyKind#INDUSTRY}, a product
 *     for {@link HierarchyKind#PRODUCT}
 * @param node empty when it was taken out
 */
public record Placement(UUID id, HierarchyKind hierarchy, UUID subject, Optional<UUID> node, long version) {}
