package io.binnacle.planning.api;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
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

    /** One plan with the revision that held then; empty when there was none yet. */
    Optional<Plan> find(UUID id, AsOf asOf);

    /** One revision. */
    Optional<PlanRevision> revision(UUID plan, long number);

    /** All revisions, the first one first; none when there is no such plan. */
    List<PlanRevision> revisions(UUID plan);

    /**
     * Begins a plan with its first revision.
     *
     * @param horizon one line of up to 40 characters
     * @param reason why; never blank
     * @throws io.binnacle.platform.api.error.PlatformException {@link PlanError#PLAN_EXISTS},
     *     {@link PlanError#INVALID_PLAN} with the paths at fault
     */
    Plan create(UUID account, String horizon, PlanContent content, Principal by, String reason);

    /**
     * Saves the next revision. Saving what the latest revision already says makes none.
     *
     * @param expectedRevision the revision that the caller has changed
     * @throws io.binnacle.platform.api.error.PlatformException {@link PlanError#PLAN_NOT_FOUND}, STALE_VERSION when
     *     another revision is the latest by now, {@link PlanError#INVALID_PLAN} with the paths at fault
     */
    Plan save(UUID id, long expectedRevision, PlanContent content, Principal by, String reason);

    /**
     * Saves the content of an earlier revision again, as a new one.
     *
     * @throws io.binnacle.platform.api.error.PlatformException as for {@link #save}, and
     *     {@link PlanError#REVISION_NOT_FOUND}
     */
    Plan restore(UUID id, long expectedRevision, long number, Principal by, String reason);

    /**
     * What changed from one revision to another, in whichever order they were saved.
     *
     * @throws io.binnacle.platform.api.error.PlatformException {@link PlanError#PLAN_NOT_FOUND},
     *     {@link PlanError#REVISION_NOT_FOUND}
     */
    PlanDiff diff(UUID plan, long from, long to);
}
