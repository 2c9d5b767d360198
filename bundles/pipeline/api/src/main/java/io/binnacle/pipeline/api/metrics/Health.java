package io.binnacle.pipeline.api.metrics;

import io.binnacle.platform.api.time.AsOf;
import java.util.List;

/**
 * The open deals' slip and ageing together.
 *
 * @param n open deals, with those on hold
 * @param pushed how many were pushed at least once
 * @param pushes how often, in all
 * @param slipDays the sum of their slips
 * @param stalled how many have been in their stage for too long
 * @param excluded deals without a history of stages and dates, which count only in {@code n}
 * @param stages by pipeline and stage
 */
public record Health(
        AsOf asOf,
        Segment segment,
        int n,
        int pushed,
        int pushes,
        long slipDays,
        int stalled,
        int excluded,
        List<Stage> stages) {

    public Health {
        stages = List.copyOf(stages);
    }

    /** One stage's open deals; the mean and the greatest of their days in it. */
    public record Stage(String pipeline, String stage, int n, double meanDays, long mostDays, int stalled) {}
}
