package io.binnacle.platform.simulator;

/** One kind of thing that happens to deals. */
@FunctionalInterface
interface DealProcess {

    /** Puts into the timeline of one deal what will happen to it. */
    void plan(Course course, Timeline timeline, Dice dice);
}
