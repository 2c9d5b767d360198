package io.binnacle.pipeline.api.metrics;

/**
 * How a deal's close date has moved.
 *
 * @param pushCount how often it moved to a later fiscal month; moves back never reduce it
 * @param slipDays the days of all moves to a later date
 * @param netSlipDays the present close date less the first one; negative when it comes earlier
 */
public record Slip(int pushCount, long slipDays, long netSlipDays) {}
