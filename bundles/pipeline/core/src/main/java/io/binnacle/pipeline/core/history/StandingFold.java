package io.binnacle.pipeline.core.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a deal stood, told by its events. An event that comes in order says how it stands since then; one that
 * comes late says so too, and tells anew of every later time that was known already.
 */
public final class StandingFold {

    private static final Comparator<Event> BY_VALID_TIME =
            Comparator.comparing(Event::validTime).thenComparing(Event::seq);

    private StandingFold() {}

    /**
     * The standings that the events from number {@code from} on brought.
     *
     * @param history all events of one deal, in the order of their numbers
     */
    public static List<Standing> of(List<Event> history, long from) {
        List<Standing> standings = new ArrayList<>();
        List<Event> known = new ArrayList<>();
        for (Event event : history) {
            known.add(event);
            known.sort(BY_VALID_TIME);
            if (event.seq() >= from) {
                tell(event, known, standings);
            }
        }
        return standings;
    }

    private static void tell(Event news, List<Event> known, List<Standing> standings) {
        ObjectNode fields = Json.object();
        for (int i = 0; i < known.size(); i++) {
            Event event = known.get(i);
            fields = Fields.merge(fields, event.patch());
            boolean lastOfItsTime =
                    i + 1 == known.size() || known.get(i + 1).validTime().isAfter(event.validTime());
            if (lastOfItsTime && !event.validTime().isBefore(news.validTime())) {
                Opportunity deal = Fields.read(event.entity().id(), news.seq(), fields, Opportunity.class);
                standings.add(Standing.of(deal, event.validTime(), news.seq(), news.recordedTime()));
            }
        }
    }
}
