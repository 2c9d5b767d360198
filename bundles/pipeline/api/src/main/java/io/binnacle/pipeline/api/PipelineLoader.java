package io.binnacle.pipeline.api;

import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Brings records of other systems in, all or none, and only what is new. */
@ProviderType
public interface PipelineLoader {

    /**
     * Creates what is not here yet, changes what differs and leaves the rest alone: loading the same batch
     * again changes nothing. Joins the caller's transaction, which a dry run leaves as it was.
     *
     * <p>A new deal gets one event for each state, with the state's valid time. Of a deal that is here already,
     * only what a state tells anew is recorded; it holds now too, even when it is dated before what we knew. A
     * field that the other system leaves empty is one it does not know: what a person entered stays. Nodes,
     * accounts and products that are new count as having always been there; changes of them hold from now.
     *
     * @param cause stands in the journal, such as {@code import:maven}
     * @param dryRun does everything, reports it and takes it back
     * @throws io.binnacle.platform.api.error.PlatformException UNKNOWN_REFERENCE when a record names another
     *     that is nowhere, ACCOUNT_CYCLE when accounts or nodes are their own ancestors, CONFLICT when the batch
     *     holds a record twice, INVALID_OPPORTUNITY when a state breaks a rule
     */
    Outcome load(PipelineBatch batch, Principal by, String cause, boolean dryRun, Progress progress);

    /** What became of the records of one kind. */
    record Count(int created, int changed, int unchanged) {}

    /**
     * What a load did, or would do.
     *
     * @param counts by kind: {@code node}, {@code account}, {@code product}, {@code opportunity},
     *     {@code target}, {@code assignment}, {@code credit-split}, {@code opportunity-line}, {@code touch}
     * @param events how many events were written to the journal
     */
    record Outcome(Map<String, Count> counts, int events, List<String> notes) {

        public Outcome {
            counts = Map.copyOf(counts);
            notes = List.copyOf(notes);
        }
    }
}
