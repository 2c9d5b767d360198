package io.binnacle.platform.api.journal;

import java.util.List;

/**
 * The outcome of checking every hash and every number in the journal.
 *
 * @param faults what does not fit, one sentence each; at most a hundred are listed
 * @param digest SHA-256 over the last hash of every entity: equal digests mean equal journals
 */
public record Verification(long entities, long events, List<String> faults, String digest) {

    public Verification {
        faults = List.copyOf(faults);
    }

    /** Whether the journal is whole. */
    public boolean intact() {
        return faults.isEmpty();
    }
}
