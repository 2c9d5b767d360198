package io.binnacle.pipeline.api.stages;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How deals go through the stages of their pipelines. Any thread may call.
 *
 * <p>Whoever takes a deal forward must meet the exit criteria of every stage that it leaves behind, or say why not.
 * Jumping over a stage, going back and changing the pipeline need a reason too. A deal in a stage that is none of its
 * pipeline's may go to any that is. Imports tell what has happened elsewhere and are not held up.
 */
@ProviderType
public interface DealMoves {

    /**
     * Takes a deal to a stage.
     *
     * @param expectedVersion the version that the caller has seen
     * @param reason why, or why all the same; blank when there is nothing to say
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND, STALE_VERSION, INVALID_CONTENT
     *     when there is no such stage or pipeline, GATE_CLOSED when a reason is needed and none is given
     */
    Opportunity move(UUID id, long expectedVersion, StageMove to, Principal by, String reason);

    /**
     * Wins, loses, cancels, holds, resumes or reopens a deal; its category, close date and reason follow. A win goes
     * through the gates of all stages that are left.
     *
     * @param expectedVersion the version that the caller has seen
     * @param reason why; needed to reopen, and to win when a gate is closed
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND, STALE_VERSION, STATUS_CONFLICT
     *     when the deal's status takes no such turn, APPROVER_REQUIRED when a won deal is to be reopened and the
     *     caller is no manager or has won it, INVALID_CONTENT, GATE_CLOSED
     */
    Opportunity turn(UUID id, long expectedVersion, StatusMove to, Principal by, String reason);

    /**
     * The stages that a deal has been in, in their order.
     *
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND also when there was none at that
     *     point in both times
     */
    List<StageVisit> visits(UUID id, AsOf asOf);
}
