package io.binnacle.pipeline.api;

import io.binnacle.platform.api.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The virtual teams around accounts and deals. Any thread may call. */
@ProviderType
public interface Teams {

    /**
     * Who is, was or will be on an account or a deal.
     *
     * @param on only those who are on it that day; empty for all
     * @param knownAt {@link Instant#MAX} for today's knowledge
     */
    List<Assignment> team(Assignment.Scope scope, UUID subject, Optional<LocalDate> on, Instant knownAt);

    /**
     * Assigns somebody; the id and the version are given to it.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_ASSIGNMENT with the fields at fault,
     *     ASSIGNMENT_OVERLAPS when the same one has the same role there at the same time
     */
    Assigned assign(Assignment wanted, Principal by, String reason);

    /**
     * Changes an assignment; what it is to and who it is stay.
     *
     * @param wanted with the version that the caller has seen
     * @throws io.binnacle.platform.api.error.PlatformException ASSIGNMENT_NOT_FOUND, STALE_VERSION, and as for
     *     {@link #assign}
     */
    Assigned change(Assignment wanted, Principal by, String reason);

    /**
     * An assignment that was accepted.
     *
     * @param warnings what deserves a look all the same, such as more than 100 % of somebody's time
     */
    record Assigned(Assignment assignment, List<String> warnings) {

        public Assigned {
            warnings = List.copyOf(warnings);
        }
    }
}
