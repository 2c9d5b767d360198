package io.binnacle.pipeline.api;

/** Which hierarchy a report over the past is told along; every such answer says which. */
public enum HierarchyMode {
    /** As it was at the time of the report: history is not restated. */
    AS_WAS,
    /** As it is now, by today's knowledge: history restated. */
    AS_IS
}
