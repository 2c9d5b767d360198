package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.platform.api.time.AsOf;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The ways of deals through time, as far as they were known. */
public final class Tracks {

    private static final int FETCHED = 5_000;
    private static final String ALL = """
        select distinct on (s.opportunity_id, s.valid_time) s.*, o.name, o.history_quality
        from pipeline.standing s join pipeline.opportunity o on o.id = s.opportunity_id
        where s.valid_time <= :valid and s.recorded_time <= :known %s
        order by s.opportunity_id, s.valid_time, s.seq desc\
        """;

    private record Step(String name, HistoryQuality quality, Standing standing) {}

    private Tracks() {}

    /** Gives each deal's track up to a point in both times, removed deals too, in the order of their ids. */
    public static void each(Handle handle, AsOf asOf, Consumer<Track> use) {
        read(handle.createQuery(ALL.formatted("")), asOf, use);
    }

    /** One deal's track; empty when the deal was not known. */
    public static Optional<Track> of(Handle handle, UUID deal, AsOf asOf) {
        List<Track> found = new ArrayList<>();
        read(handle.createQuery(ALL.formatted("and s.opportunity_id = :deal")).bind("deal", deal), asOf, found::add);
        return found.stream().findFirst();
    }

    private static void read(Query query, AsOf asOf, Consumer<Track> use) {
        try (Stream<Step> steps = PointInTime.bind(query, asOf)
                .setFetchSize(FETCHED)
                .map((row, context) -> new Step(
                        row.getString("name"),
                        HistoryQuality.valueOf(row.getString("history_quality")),
                        Standings.read(row)))
                .stream()) {
            each(steps.iterator(), use);
        }
    }

    private static void each(Iterator<Step> steps, Consumer<Track> use) {
        List<Step> same = new ArrayList<>();
        while (steps.hasNext()) {
            Step step = steps.next();
            if (!same.isEmpty()
                    && !same.get(0).standing().id().equals(step.standing().id())) {
                use.accept(track(same));
                same.clear();
            }
            same.add(step);
        }
        if (!same.isEmpty()) {
            use.accept(track(same));
        }
    }

    private static Track track(List<Step> steps) {
        Step first = steps.get(0);
        return new Track(
                first.name(),
                first.quality(),
                steps.stream().map(Step::standing).toList());
    }
}
