package io.binnacle.pipeline.core.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.load.DealStates.State;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.OpportunityRow;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A deal that comes in for the first time.
 *
 * @param steps one for each of its states that differs from the one before, which makes an event each
 */
record NewDeal(List<Step> steps) {

    private record Step(State state, ObjectNode patch) {}

    static NewDeal of(List<State> states) {
        List<Step> steps = new ArrayList<>();
        ObjectNode held = Json.object();
        for (State state : states) {
            ObjectNode patch = Fields.patch(held, state.fields());
            if (!patch.isEmpty()) {
                steps.add(new Step(state, patch));
            }
            held = state.fields();
        }
        return new NewDeal(steps);
    }

    UUID id() {
        return last().deal().id();
    }

    Stream<Change> changes(LoadContext load) {
        return steps.stream()
                .map(step ->
                        load.change(Entities.OPPORTUNITY, id(), step.state().since(), step.patch()));
    }

    OpportunityRow row(Instant recorded) {
        Opportunity deal = Fields.read(id(), steps.size(), last().fields(), Opportunity.class);
        return new OpportunityRow(deal, last().since(), recorded);
    }

    List<Standing> standings(Instant recorded) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> standing(steps.get(i).state(), i + 1, recorded))
                .toList();
    }

    private static Standing standing(State state, int seq, Instant recorded) {
        return Standing.of(state.deal(), state.since(), seq, recorded);
    }

    private State last() {
        return steps.get(steps.size() - 1).state();
    }
}
