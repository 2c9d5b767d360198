package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.evaluation.Judge;
import io.binnacle.forecasting.core.evaluation.ScoreBoard;
import java.util.List;

/** Scores models on every series of a file, side by side; only a few series are in memory at a time. */
final class Backtest {

    /**
     * How it went.
     *
     * @param table the names of the columns, and then the rows
     * @param refusals one sentence for each model that did not forecast every series
     * @param passedOver series that could not be cut in two
     */
    record Outcome(List<List<String>> table, List<String> refusals, int passedOver) {}

    private Backtest() {}

    /**
     * @param each called after every series
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES when none can be scored
     */
    static Outcome run(Forecasts forecasts, SeriesFile series, BacktestOrder order, Runnable each)
            throws InterruptedException {
        ScoreBoard board = new ScoreBoard(order.models(), order.level(), order.reference(), order.cuts());
        Splits splits = new Splits(series, order.seasons(), order.horizon(), order.origins());
        Judge judge = new Judge(forecasts, order.models(), order.level());
        new InOrder(order.threads()).run(splits, judge::verdict, verdict -> {
            board.add(verdict);
            each.run();
        });
        List<List<String>> table = board.table();
        if (table.size() == 1) {
            throw INVALID_SERIES.because(
                    "no series of the file can be scored: it has no rows of the part test, or fewer than the"
                            + " horizon; give --horizon, over HTTP the parameter horizon, to hold back the last periods");
        }
        return new Outcome(table, board.refusals(), splits.passedOver());
    }
}
