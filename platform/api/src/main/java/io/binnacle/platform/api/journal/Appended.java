package io.binnacle.platform.api.journal;

import java.time.Instant;

/**
 * What became of a change.
 *
 * @param recordedTime the moment at which it counts as recorded
 * @param inOrder whether no event of the entity has a later valid time. If so, the new current state is the
 *     old one with the patch applied; if not, this is a late correction and the current state has to be read
 *     from the journal.
 */
public record Appended(EntityRef entity, long seq, Instant recordedTime, boolean inOrder) {}
