package io.binnacle.platform.simulator;

/**
 * Something the vendor sells by consumption.
 *
 * @param id as usage records name it, such as {@code compute}
 * @param typicalDeal the median amount of a deal for it
 */
public record CloudService(String id, String name, String family, long typicalDeal) {}
