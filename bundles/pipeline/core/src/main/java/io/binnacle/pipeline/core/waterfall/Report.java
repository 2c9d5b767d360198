package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.core.store.DealPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** Puts deals into the buckets of every node. For one thread. */
final class Report {

    private final Window window;
    private final Sieve sieve;
    private final Limits limits = new Limits();
    private BiConsumer<DealPath, List<Move>> listener = (path, story) -> {};

    Report(Window window, Sieve sieve) {
        this.window = window;
        this.sieve = sieve;
    }

    void add(DealPath path) {
        List<Moment> moments = window.moments(path);
        Map<Row, List<Move>> stories = new LinkedHashMap<>();
        if (staysInPlace(moments)) {
            List<Row> rows = moments.get(0).rows();
            List<Move> story = rows.isEmpty() ? List.of() : story(moments, rows.get(0));
            rows.forEach(row -> row.add(story));
            note(path, story);
        } else {
            moments.forEach(moment ->
                    moment.rows().forEach(row -> stories.computeIfAbsent(row, seeing -> story(moments, seeing))));
            stories.forEach(Row::add);
            stories.keySet().forEach(row -> compare(row, stories));
            note(path, stories.getOrDefault(window.scope().top(), List.of()));
        }
    }

    /** Who is told of each deal that has a part at the top, and what it did there. */
    void onStory(BiConsumer<DealPath, List<Move>> interested) {
        listener = interested;
    }

    String currency() {
        return sieve.valuation().currency();
    }

    Waterfall.Node top() {
        return window.scope().top().node(currency());
    }

    /** @param levels how many below the top are told */
    Waterfall waterfall(WaterfallQuery query, OptionalInt levels) {
        Waterfall.Node top = top();
        return new Waterfall(
                query.from(),
                query.to(),
                query.knownAt(),
                sieve.period(),
                query.mode(),
                query.hierarchy(),
                currency(),
                levels.isEmpty() ? top : cut(top, levels.getAsInt()),
                Proof.of(top),
                limits.found(),
                query.along(),
                sieve.valuation().conversion());
    }

    private static Waterfall.Node cut(Waterfall.Node node, int levels) {
        List<Waterfall.Node> children = levels == 0
                ? List.of()
                : node.children().stream().map(child -> cut(child, levels - 1)).toList();
        return new Waterfall.Node(
                node.id(), node.name(), node.kind(), node.buckets(), node.betweenChildren(), children);
    }

    private List<Move> story(List<Moment> moments, Row row) {
        return Story.of(moments.stream().map(moment -> moment.seenBy(row)).toList(), sieve);
    }

    private static boolean staysInPlace(List<Moment> moments) {
        List<Row> first = moments.get(0).rows();
        return moments.stream()
                .allMatch(moment -> moment.rows() == first || moment.rows().equals(first));
    }

    private static void compare(Row row, Map<Row, List<Move>> stories) {
        List<List<Move>> below = new ArrayList<>();
        stories.forEach((other, story) -> {
            if (other.isRightBelow(row)) {
                below.add(story);
            }
        });
        if (below.size() > 1) {
            row.addBetween(below, stories.get(row));
        }
    }

    private void note(DealPath path, List<Move> story) {
        if (!story.isEmpty()) {
            limits.note(path);
            listener.accept(path, story);
        }
    }
}
