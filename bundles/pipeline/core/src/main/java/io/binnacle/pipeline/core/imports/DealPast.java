package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.platform.api.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Puts the past of a deal together from how it stands now and from what is told of moments before.
 *
 * <p>At each of these moments a field holds what the latest edit up to it says. Where none does, it holds what
 * the next edit says it held before; and where nobody ever says anything else, what it holds now. Nothing else
 * is made up: without edits the deal has its present state alone, since the day from which that is known.
 */
final class DealPast {

    private final DealState now;
    private final String currency;
    private final List<DealEdit> edits;

    private DealPast(DealState now, String currency, List<DealEdit> edits) {
        this.now = now;
        this.currency = now.amount().map(Money::currency).orElse(currency);
        this.edits = edits.stream()
                .sorted(Comparator.comparing(DealEdit::at))
                .map(edit -> DealStanding.withStatus(edit, now))
                .toList();
    }

    /**
     * The deal with its past.
     *
     * @param context has the currency of its amounts if the deal does not tell
     * @param tracked since when silence about a field means that it has not changed
     */
    static DealHistory of(DealFacts facts, DealState now, ImportContext context, Tracked tracked) {
        DealPast past = new DealPast(now, context.currency(), facts.edits());
        return new DealHistory(facts.deal(), past.states(), KnownPast.quality(facts.edits(), now, context, tracked));
    }

    private List<DealState> states() {
        List<DealState> states = new ArrayList<>();
        TreeSet<Instant> times = new TreeSet<>();
        edits.stream().map(DealEdit::at).filter(this::stageIsTold).forEach(times::add);
        times.forEach(time -> states.add(DealStanding.at(time, now, currency, field -> told(field, time))));
        Instant since = times.isEmpty() || times.last().isBefore(now.validTime()) ? now.validTime() : times.last();
        DealState last = DealStanding.at(since, now, currency, field -> Optional.empty());
        if (!states.isEmpty() && since.equals(times.last())) {
            states.remove(states.size() - 1);
        }
        states.add(last);
        return states;
    }

    // Before the first stage that is told there is no saying how the deal stood.
    private boolean stageIsTold(Instant time) {
        return told(DealField.STAGE, time).isPresent()
                || edits.stream().noneMatch(edit -> edit.after().containsKey(DealField.STAGE));
    }

    /** What is told of a field at a time; empty when nothing is. */
    private Optional<Optional<?>> told(DealField field, Instant time) {
        Optional<Optional<?>> held = Optional.empty();
        for (DealEdit edit : edits) {
            if (!edit.at().isAfter(time)) {
                held = Optional.<Optional<?>>ofNullable(edit.after().get(field)).or(held(held));
            } else if (held.isEmpty() && edit.before().containsKey(field)) {
                return Optional.of(edit.before().get(field));
            } else if (edit.after().containsKey(field)) {
                return held;
            }
        }
        return held;
    }

    private static Supplier<Optional<Optional<?>>> held(Optional<Optional<?>> before) {
        return () -> before;
    }
}
