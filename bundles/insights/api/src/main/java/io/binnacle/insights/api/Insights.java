package io.binnacle.insights.api;

import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What needs attention. Any thread may call. */
@ProviderType
public interface Insights {

    /** Open insights, the most serious first, then the newest first. */
    Page<Insight> open(Optional<String> rule, Paging paging);

    /** The ids of the rules that are there now. */
    List<String> rules();

    /** Runs every rule now and returns what changed. */
    Evaluation evaluate();

    /**
     * What an evaluation changed.
     *
     * @param opened newly found
     * @param resolved no longer found
     * @param open found now, in all
     * @param failures rules that failed, one sentence each
     */
    record Evaluation(int opened, int resolved, int open, List<String> failures) {

        public Evaluation {
            failures = List.copyOf(failures);
        }
    }
}
