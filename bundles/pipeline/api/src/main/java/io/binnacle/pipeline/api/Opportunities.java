package io.binnacle.pipeline.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The opportunities and their history. Any thread may call. */
@ProviderType
public interface Opportunities {

    /** One opportunity; empty when there was none at that point in both times. */
    Optional<Opportunity> find(UUID id, AsOf asOf);

    /**
     * The opportunities that pass the filter and are not deleted, in the order of their ids, which is that of
     * their recording.
     */
    List<Opportunity> list(OpportunityFilter filter, AsOf asOf);

    /** A page of {@link #list}. */
    Page<Opportunity> page(OpportunityFilter filter, AsOf asOf, Paging paging);

    /** Every change to one opportunity, in the order in which they were recorded. */
    List<Event> history(UUID id);

    /** For each open opportunity, when it was last changed. */
    Map<UUID, Instant> lastChanges();

    /**
     * Creates an opportunity from its fields: those of {@link Opportunity} but for id, version,
     * originalCloseDate and externalRefs.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT with the fields at fault
     */
    Opportunity create(ObjectNode fields, Principal by, String reason);

    /**
     * Changes fields of an opportunity.
     *
     * @param expectedVersion the version that the caller has seen
     * @param patch the fields to change, as a JSON Merge Patch
     * @param validSince since when the change holds; empty for now, in the past for a late correction
     * @throws io.binnacle.platform.api.error.PlatformException STALE_VERSION when it has another version by
     *     now, INVALID_CONTENT with the fields at fault
     */
    Opportunity change(
            UUID id,
            long expectedVersion,
            ObjectNode patch,
            Optional<LocalDate> validSince,
            Principal by,
            String reason);

    /**
     * Removes an opportunity from the present; its past and its history stay.
     *
     * @param reason why; needed
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND, STALE_VERSION,
     *     INVALID_PARAMETER when no reason is given
     */
    Opportunity delete(UUID id, long expectedVersion, Principal by, String reason);

    /** Takes a removal back; otherwise like {@link #delete}. */
    Opportunity restore(UUID id, long expectedVersion, Principal by, String reason);
}
