package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import java.util.stream.IntStream;

/**
 * The last times of the past from which forecasts one period ahead tell how wrong models are: at most forty, none
 * before half of the history and two seasons.
 *
 * @param first how many periods the first of them knows
 * @param end how many periods there are
 */
record Origins(int first, int end) {

    private static final int MOST = 40;
    private static final int FEWEST = 6;

    /** @throws io.binnacle.platform.api.error.PlatformException HISTORY_TOO_SHORT when there are fewer than six */
    static Origins of(Hierarchy hierarchy, ReconciliationOrder order) {
        int periods = hierarchy.periods();
        int earliest = Math.max((periods + 1) / 2, 2 * hierarchy.seasonLength());
        if (periods - earliest < FEWEST) {
            int needed = Math.max(2 * FEWEST, 2 * hierarchy.seasonLength() + FEWEST);
            throw HISTORY_TOO_SHORT.because(
                    "%d periods are too few to learn the errors of forecasts from, which %s: with seasons of %d, %d or"
                            + " more are needed; %s",
                    periods, user(order), hierarchy.seasonLength(), needed, way(order));
        }
        return new Origins(Math.max(earliest, periods - MOST), periods);
    }

    int count() {
        return end - first;
    }

    IntStream stream() {
        return IntStream.range(first, end);
    }

    private static String user(ReconciliationOrder order) {
        return order.method().learnsFromErrors()
                ? "the method " + order.method().id() + " weighs them by"
                : "prediction intervals come from";
    }

    private static String way(ReconciliationOrder order) {
        return order.method().learnsFromErrors()
                ? "the methods structural, ols and bottom-up need none where no intervals are asked for"
                : "ask for no intervals, and the method " + order.method().id() + " works";
    }
}
