package io.binnacle.pipeline.core.load;

import static io.binnacle.pipeline.api.PipelineError.INVALID_OPPORTUNITY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.core.OpportunityRules;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.platform.api.error.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns the states of another system's deal into states of an opportunity. */
record DealStates(Names names) {

    /** One state with its fields as the journal keeps them. */
    record State(Instant since, Opportunity deal, ObjectNode fields) {}

    /**
     * The states of a deal, checked.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_OPPORTUNITY when a state breaks a rule
     */
    List<State> of(DealHistory history) {
        List<State> states = new ArrayList<>();
        Optional<LocalDate> firstCloseDate = Optional.empty();
        Instant previous = Instant.MIN;
        for (DealState state : history.states()) {
            if (state.validTime().isBefore(previous)) {
                throw invalid(history.ref(), "its states are not in the order of their valid times");
            }
            previous = state.validTime();
            firstCloseDate = firstCloseDate.or(state::closeDate);
            Opportunity deal = deal(history, state, firstCloseDate);
            refuse(history.ref(), OpportunityRules.broken(deal));
            states.add(new State(state.validTime().truncatedTo(ChronoUnit.MICROS), deal, Fields.of(deal)));
        }
        return states;
    }

    private Opportunity deal(DealHistory history, DealState state, Optional<LocalDate> firstCloseDate) {
        ExternalRef ref = history.ref();
        UUID id = names.id(ref);
        return new Opportunity(
                id,
                state.name(),
                names.resolve(state.account(), Entities.ACCOUNT, ref),
                names.resolve(state.owner(), Entities.NODE, ref),
                names.resolve(state.product(), Entities.PRODUCT, ref),
                state.stage(),
                state.status(),
                state.category(),
                state.amount(),
                state.closeDate(),
                firstCloseDate,
                state.createdOn(),
                state.nextStep(),
                state.nextActivity(),
                state.reasonClosed(),
                state.pipeline(),
                state.probability(),
                history.quality(),
                state.deleted(),
                state.ext(),
                List.of(ref),
                0);
    }

    private static void refuse(ExternalRef ref, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw invalid(ref, errors.get(0).detail());
        }
    }

    private static RuntimeException invalid(ExternalRef ref, String why) {
        return INVALID_OPPORTUNITY.because("%s cannot come in: %s", Names.text(ref), why);
    }
}
