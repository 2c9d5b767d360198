package io.binnacle.pipeline.core.metrics;

/** The days for which a deal was seen in a stage, and how that ended. */
record Spell(long days, End end) {

    /** How a spell ends. */
    enum End {
        REACHED,
        LOST,
        OPEN
    }
}
