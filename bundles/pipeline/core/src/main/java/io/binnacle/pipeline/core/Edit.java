package io.binnacle.pipeline.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A caller's wish to make or change an opportunity, before it is granted.
 *
 * @param held the fields as they were
 * @param patch what the caller sent
 * @param wanted the fields as they are to be
 */
record Edit(UUID id, ObjectNode held, ObjectNode patch, ObjectNode wanted) {

    /**
     * The opportunity that comes of it.
     *
     * @param reasonGiven whether the caller said why; empty when its status may be any
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT with all fields at fault
     */
    Opportunity checked(Handle handle, Optional<Boolean> reasonGiven, LocalDate today) {
        List<FieldError> errors = new ArrayList<>(OpportunityFields.foreign(patch));
        errors.addAll(OpportunityFields.malformed(wanted));
        refuse(errors);
        Opportunity deal = Fields.read(id, 0, withOriginalCloseDate(), Opportunity.class);
        reasonGiven.ifPresent(given -> errors.addAll(OpportunityRules.move(statusBefore(), deal.status(), given)));
        errors.addAll(OpportunityRules.broken(deal));
        if (deal.createdOn().isAfter(today)) {
            errors.add(new FieldError("/createdOn", "DATE_AHEAD", "createdOn must not lie ahead of " + today));
        }
        errors.addAll(new References(handle).unknown(deal));
        refuse(errors);
        return deal;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when there are any */
    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            String first = errors.get(0).detail();
            String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
            throw INVALID_CONTENT
                    .because("%s", "nothing was changed: " + first + more)
                    .at(errors);
        }
    }

    private OpportunityStatus statusBefore() {
        return OpportunityStatus.valueOf(held.path("status").textValue());
    }

    private ObjectNode withOriginalCloseDate() {
        if (wanted.has("originalCloseDate") || !wanted.has("closeDate")) {
            return wanted;
        }
        ObjectNode fields = Json.object();
        fields.setAll(wanted);
        return fields.set("originalCloseDate", wanted.get("closeDate"));
    }
}
