package io.binnacle.platform.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is going to happen to one deal, day by day. Changes of one day make one state. */
final class Timeline {

    private final TreeMap<LocalDate, List<Consumer<DealDraft>>> days = new TreeMap<>();

    /** {@code change} happens on {@code day}, or on the Friday before a weekend. */
    void on(LocalDate day, Consumer<DealDraft> change) {
        days.computeIfAbsent(WorkingDays.onOrBefore(day), any -> new ArrayList<>())
                .add(change);
    }

    /** {@code change} happens unless the deal is closed by then. */
    void whileOpen(LocalDate day, Consumer<DealDraft> change) {
        on(day, draft -> {
            if (draft.isOpen()) {
                change.accept(draft);
            }
        });
    }

    /** The states that the deal has gone through before {@code end}. */
    List<DealState> play(DealDraft draft, LocalDate end, Dice dice) {
        List<DealState> states = new ArrayList<>();
        days.headMap(end).forEach((day, changes) -> {
            DealState before = draft.at(Instant.EPOCH);
            changes.forEach(change -> change.accept(draft));
            if (states.isEmpty() || !draft.at(Instant.EPOCH).equals(before)) {
                states.add(draft.at(WorkingDays.moment(day, dice)));
            }
        });
        return states;
    }
}
