package io.binnacle.platform.simulator;

/**
 * How much a strategic account buys.
 *
 * @param dealsPerMonth how many deals begin in a month
 * @param winRate how many of those that are decided are won
 * @param size how large its deals are; 1 is typical
 */
record Appetite(double dealsPerMonth, double winRate, double size) {

    private static final double DEALS_PER_MONTH = 1.5;

    static Appetite of(Dice dice) {
        return new Appetite(
                DEALS_PER_MONTH * dice.between(0.75, 1.25), dice.between(0.25, 0.36), dice.between(0.6, 1.7));
    }

    /** What it books in an average month. */
    double bookedPerMonth() {
        double mean = Market.services().stream()
                .mapToLong(CloudService::typicalDeal)
                .average()
                .orElseThrow();
        return dealsPerMonth * winRate * size * mean * Amounts.MEAN_TO_MEDIAN;
    }
}
