package io.binnacle.insights.core;

import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.journal.Position;
import java.util.List;

/** Whether the journal has news for rules. Insights themselves are none, or one evaluation would lead to the next. */
final class News {

    private static final int PAGE = 100;

    private final Journal journal;
    private Position read;

    News(Journal journal) {
        this.journal = journal;
        this.read = journal.head();
    }

    /** Whether anything but insights was recorded since the last call. */
    boolean arrived() {
        Position head = journal.head();
        boolean arrived = false;
        while (!arrived && read.compareTo(head) < 0) {
            List<Event> events = journal.after(read, PAGE);
            arrived = events.stream().anyMatch(event -> !event.entity().type().equals("insight"));
            read = arrived || events.isEmpty()
                    ? head
                    : events.get(events.size() - 1).position();
        }
        return arrived;
    }
}
