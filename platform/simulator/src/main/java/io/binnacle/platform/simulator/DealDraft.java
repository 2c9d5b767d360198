package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.DealState.Confidence;
import io.binnacle.platform.simulator.DealState.Stage;
import io.binnacle.platform.simulator.DealState.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A deal as it stands while its life is played. */
final class DealDraft {

    final String name;
    final String customer;
    final String service;
    final LocalDate createdOn;
    String owner;
    Stage stage = Stage.QUALIFY;
    Status status = Status.OPEN;
    Confidence confidence = Confidence.PIPELINE;
    Optional<Long> amount = Optional.empty();
    LocalDate closeDate;
    Optional<String> nextStep = Optional.empty();
    Optional<LocalDate> nextActivity = Optional.empty();
    Optional<String> reasonClosed = Optional.empty();

    DealDraft(String name, Customer customer, CloudService service, String owner, LocalDate createdOn) {
        this.name = name;
        this.customer = customer.id();
        this.service = service.id();
        this.owner = owner;
        this.createdOn = createdOn;
        this.closeDate = createdOn;
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    void moveTo(Stage next, Confidence said) {
        stage = next;
        confidence = said;
    }

    void close(Status outcome, LocalDate day, String reason) {
        status = outcome;
        moveTo(Stage.CLOSED, outcome == Status.WON ? Confidence.CLOSED : Confidence.OMITTED);
        closeDate = day;
        reasonClosed = Optional.of(reason);
        nextStep = Optional.empty();
        nextActivity = Optional.empty();
    }

    void reopen(LocalDate expected) {
        status = Status.OPEN;
        moveTo(Stage.NEGOTIATE, Confidence.BEST_CASE);
        closeDate = expected;
        reasonClosed = Optional.empty();
        nextStep = Optional.of("Agree on the new scope");
        nextActivity = Optional.of(WorkingDays.onOrBefore(expected.minusDays(20)));
    }

    DealState at(Instant moment) {
        return new DealState(
                moment,
                name,
                customer,
                owner,
                service,
                stage,
                status,
                confidence,
                amount,
                closeDate,
                createdOn,
                nextStep,
                nextActivity,
                reasonClosed);
    }
}
