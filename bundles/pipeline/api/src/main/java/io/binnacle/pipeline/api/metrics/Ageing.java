package io.binnacle.pipeline.api.metrics;

/**
 * How long an open deal has been going and been in its stage.
 *
 * @param ageDays since it began
 * @param daysInStage since it last entered its stage, without the days on hold unless the tenant counts them
 * @param limitDays beyond which it is stalled
 * @param basis where the limit comes from
 * @param n the won deals of the same pipeline, stage and size band that were seen
 */
public record Ageing(long ageDays, long daysInStage, double limitDays, Basis basis, int n, boolean stalled) {

    /** Where the limit of a stage comes from. */
    public enum Basis {
        /** The 75th percentile of the days that won deals spent in the stage (type 7 of Hyndman and Fan 1996). */
        WON_P75,
        /** Too few deals were won to tell: the tenant's setting. */
        DEFAULT
    }
}
