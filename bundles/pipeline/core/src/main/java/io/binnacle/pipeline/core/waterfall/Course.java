package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallBucket;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leads what one deal brought into the pipeline to where it went: what came first goes first. */
final class Course {

    private final Deque<Move> held = new ArrayDeque<>();
    private final Map<Ends, BigDecimal> parts = new TreeMap<>();

    private Course() {}

    /** The amounts above 0 that went from one bucket to another. */
    static Map<Ends, BigDecimal> of(List<Move> story) {
        Course course = new Course();
        for (Move move : story) {
            boolean comesIn = move.bucket().sign() > 0 && move.amount().signum() >= 0;
            if (comesIn) {
                course.held.addLast(move);
            } else {
                course.lead(move.bucket(), move.amount().abs());
            }
        }
        return course.parts;
    }

    private void lead(WaterfallBucket target, BigDecimal amount) {
        BigDecimal rest = amount;
        while (rest.signum() > 0) {
            Move first = held.removeFirst();
            BigDecimal part = first.amount().min(rest);
            if (part.signum() > 0) {
                parts.merge(new Ends(first.bucket(), target), part, BigDecimal::add);
            }
            if (first.amount().compareTo(part) > 0) {
                held.addFirst(new Move(first.bucket(), first.amount().subtract(part)));
            }
            rest = rest.subtract(part);
        }
    }
}
