package io.binnacle.planning.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two revisions, path by path. Objectives and initiatives are matched by their keys, so
 * a changed order is a move and not a rewrite.
 */
public record PlanDiff(long from, long to, List<Entry> entries) {

    public PlanDiff {
        entries = List.copyOf(entries);
    }

    /** What happened at a path. */
    public enum Kind {
        ADD,
        REMOVE,
        CHANGE,
        MOVE
    }

    /**
     * One difference.
     *
     * @param path such as {@code /objectives/O1/kpi/target}
     * @param before empty for an addition; for a move the old place, from 0
     * @param after empty for a removal; for a move the new place, from 0
     */
    public record Entry(Kind kind, String path, Optional<JsonNode> before, Optional<JsonNode> after) {}
}
