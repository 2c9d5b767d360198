package io.binnacle.planning.api;

import java.util.UUID;

/**
 * An account plan and its latest revision.
 *
 * @param account the account it is for
 * @param horizon what it plans for, such as {@code FY2027}; one plan for each account and horizon
 * @param revision the number of the latest revision
 */
public record Plan(UUID id, UUID account, String horizon, long revision, PlanRevision latest) {}
