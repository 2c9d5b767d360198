package io.binnacle.pipeline.core.moves;

import static io.binnacle.pipeline.api.PipelineError.APPROVER_REQUIRED;
import static io.binnacle.pipeline.api.PipelineError.STATUS_CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.stages.Turn;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which turns a deal can take, and who may take them. */
record StatusGuard(Opportunity deal, Supplier<List<Event>> history) {

    /** Whether a turn says that a win has been none. */
    boolean corrects(Turn turn) {
        return turn == Turn.REOPEN && deal.status() == OpportunityStatus.WON;
    }

    void check(Turn turn, Principal by, String reason) {
        List<Turn> possible = Turn.of(deal.status());
        if (!possible.contains(turn)) {
            throw STATUS_CONFLICT
                    .because(
                            "the opportunity is %s: %s does not go from there, only %s",
                            deal.status(),
                            verb(turn),
                            possible.stream().map(StatusGuard::verb).collect(Collectors.joining(", ")))
                    .at("/status");
        }
        if (turn == Turn.REOPEN && reason.isBlank()) {
            throw INVALID_PARAMETER
                    .because("say in ?reason= why a deal that was %s is opened again", deal.status())
                    .at("/reason");
        }
        if (corrects(turn)) {
            approve(by);
        }
    }

    /** Whoever corrects a win approves of it, so it is somebody else than who won; other systems win for nobody. */
    private void approve(Principal by) {
        boolean ownWin = history.get().stream()
                .filter(event -> OpportunityStatus.WON
                        .name()
                        .equals(event.patch().path("status").textValue()))
                .reduce((first, last) -> last)
                .filter(event -> event.actor().equals(by.name()) && !VisitFold.isImport(event))
                .isPresent();
        if (ownWin || !by.role().includes(Role.MANAGER)) {
            throw APPROVER_REQUIRED.because(
                    "a won deal is opened again by a manager who has not won it; ask one to do it, %s may not",
                    by.name());
        }
    }

    private static String verb(Turn turn) {
        return ":" + turn.name().toLowerCase(Locale.ROOT);
    }
}
