package io.binnacle.pipeline.api;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The dated hierarchies: trees at every instant. Any thread may call.
 *
 * <p>A change holds since the first instant of a day that must not lie ahead, or from now on; late corrections
 * are welcome and do not change what was known before. Failures are INVALID_HIERARCHY with the field at fault,
 * HIERARCHY_CYCLE when a node would stand below itself at any instant since then, NODE_NOT_FOUND, and
 * STALE_VERSION when the node has another version by now.
 */
@ProviderType
public interface Hierarchies {

    /** The nodes of a hierarchy at a point in both times, by name. */
    List<HierarchyNode> nodes(HierarchyKind kind, AsOf asOf);

    /** Where accounts or products are placed in a hierarchy at a point in both times. */
    List<Placement> placements(HierarchyKind kind, AsOf asOf);

    /**
     * All that belongs under a node.
     *
     * @throws io.binnacle.platform.api.error.PlatformException NODE_NOT_FOUND when there was none then
     */
    Scope scope(UUID node, AsOf asOf, HierarchyMode mode);

    /** Adds a node. */
    HierarchyNode create(
            String name,
            NodeKind kind,
            Optional<UUID> parent,
            Optional<LocalDate> validSince,
            Principal by,
            String reason);

    /** Gives a node another name. */
    HierarchyNode rename(
            UUID id, long version, String name, Optional<LocalDate> validSince, Principal by, String reason);

    /** Puts a node below another one, or at the top. */
    HierarchyNode move(
            UUID id, long version, Optional<UUID> parent, Optional<LocalDate> validSince, Principal by, String reason);

    /** Ends a node that has nothing below it which has not ended. */
    HierarchyNode end(UUID id, long version, Optional<LocalDate> validSince, Principal by, String reason);

    /**
     * Places an account or a product, or takes it out.
     *
     * @param version of the placement that the caller has seen, 0 for the first one
     * @throws io.binnacle.platform.api.error.PlatformException UNKNOWN_REFERENCE when there is no such subject
     */
    Placement place(
            HierarchyKind kind,
            UUID subject,
            long version,
            Optional<UUID> node,
            Optional<LocalDate> validSince,
            Principal by,
            String reason);
}
