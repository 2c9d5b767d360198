package io.binnacle.pipeline.core.team;

import static io.binnacle.pipeline.api.PipelineError.ACCOUNT_NOT_FOUND;
import static io.binnacle.pipeline.api.PipelineError.INVALID_ASSIGNMENT;
import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;

import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.error.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What holds of every assignment by itself. */
final class AssignmentRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LONGEST = 200;

    private AssignmentRules() {}

    static void check(Handle handle, Assignment wanted) {
        requireSubject(handle, wanted.scope(), wanted.subject());
        List<FieldError> errors = new ArrayList<>();
        if (wanted.user().isPresent() == wanted.node().isPresent()) {
            errors.add(new FieldError("/user", "WHO", "say who it is: either user or node"));
        }
        wanted.user().filter(user -> !isLine(user)).ifPresent(user -> errors.add(line("user")));
        if (!isLine(wanted.role())) {
            errors.add(line("role"));
        }
        wanted.node()
                .filter(node -> Tables.NODES.find(handle, node).isEmpty())
                .ifPresent(node -> errors.add(new FieldError(
                        "/node", "UNKNOWN_REFERENCE", "the sales hierarchy has no node with the id " + node)));
        BigDecimal allocation = wanted.allocation();
        if (allocation.signum() < 0 || allocation.compareTo(WHOLE) > 0 || allocation.scale() > 4) {
            errors.add(new FieldError("/allocation", "OUT_OF_RANGE", "allocation is from 0 to 100 percent"));
        }
        wanted.to()
                .filter(wanted.from()::isAfter)
                .ifPresent(to ->
                        errors.add(new FieldError("/to", "ENDS_BEFORE_IT_BEGINS", "the last day is before the first")));
        if (!errors.isEmpty()) {
            throw INVALID_ASSIGNMENT
                    .because("%s", "nobody was assigned: " + errors.get(0).detail())
                    .at(errors);
        }
    }

    static void requireSubject(Handle handle, Assignment.Scope scope, UUID subject) {
        if (scope == Assignment.Scope.ACCOUNT
                && Tables.ACCOUNTS.find(handle, subject).isEmpty()) {
            throw ACCOUNT_NOT_FOUND.because("there is no account with the id %s", subject);
        }
        if (scope == Assignment.Scope.OPPORTUNITY
                && OpportunityTable.ROWS.find(handle, subject).isEmpty()) {
            throw OPPORTUNITY_NOT_FOUND.because("there is no opportunity with the id %s", subject);
        }
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    private static FieldError line(String field) {
        return new FieldError(
                "/" + field, "WRONG_FORM", field + " must be one line of at most " + LONGEST + " characters");
    }
}
