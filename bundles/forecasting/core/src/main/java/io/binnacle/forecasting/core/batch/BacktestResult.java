package io.binnacle.forecasting.core.batch;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backtest says, for programs.
 *
 * @param scores a row for each part and model, with the columns of the table that {@code binnacle evaluate} prints;
 *     what cannot be reckoned is left out
 */
record BacktestResult(List<Map<String, Object>> scores, List<String> refusals, int passedOver) {

    private static final int FIRST_NUMBER = 2;

    static BacktestResult of(Backtest.Outcome outcome) {
        List<String> columns = outcome.table().get(0);
        return new BacktestResult(
                outcome.table().stream()
                        .skip(1)
                        .map(cells -> score(columns, cells))
                        .toList(),
                outcome.refusals(),
                outcome.passedOver());
    }

    private static Map<String, Object> score(List<String> columns, List<String> cells) {
        Map<String, Object> score = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                score.put(columns.get(i), i < FIRST_NUMBER ? cell : new BigDecimal(cell));
            }
        }
        return score;
    }
}
