package io.binnacle.planning.api;

import io.binnacle.platform.api.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The account plans. Any thread may call. */
@ProviderType
public interface Plans {

    /** All plans, or those of one account. */
    List<Plan> list(Optional<UUID> account);

    /** One plan with its latest revision. */
    Optional<Plan> find(UUID id);

    /** One revision. */
    Optional<PlanRevision> revision(UUID plan, long number);

    /** All revisions, the first one first. */
    List<PlanRevision> revisions(UUID plan);

    /**
     * Begins a plan with its first revision.
     *
     * @throws io.binnacle.platform.api.error.PlatformException {@link PlanError#PLAN_EXISTS},
     *     {@link PlanError#INVALID_PLAN} with the paths at fault
     */
    Plan create(UUID account, String horizon, PlanContent content, Principal by, String reason);

    /**
     * Saves the next revision. Saving what the latest revision already says makes none.
     *
     * @param expectedRevision the revision that the caller has changed
     */
    Plan save(UUID id, long expectedRevision, PlanContent content, Principal by, String reason);

    /** Saves the content of an earlier revision again, as a new one. */
    Plan restore(UUID id, long expectedRevision, long number, Principal by, String reason);

    /** What changed from one revision to another. */
    PlanDiff diff(UUID plan, long from, long to);
}
