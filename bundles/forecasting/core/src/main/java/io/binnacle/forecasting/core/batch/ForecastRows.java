package io.binnacle.forecasting.core.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts as CSV, one period a row: {@code series_id}, {@code step} from 1, {@code mean}, one column for each
 * quantile such as {@code q0.025} in ascending order, the model that answered, and for a series without a
 * forecast a row of step 0 with the reason.
 */
final class ForecastRows {

    private final CsvWriter csv;
    private final int columns;

    ForecastRows(Writer output, Outlook outlook) {
        csv = CsvWriter.builder().build(output);
        List<String> header = new ArrayList<>(List.of("series_id", "step", "mean"));
        header.addAll(QuantileNames.of(outlook.levels()));
        header.addAll(List.of("model", "problem"));
        columns = header.size();
        csv.writeRecord(header);
    }

    void forecast(ForecastAnswer answer) throws IOException {
        Forecast forecast = answer.forecast();
        String model = answer.model().id() + "@" + answer.model().version();
        for (int step = 0; step < forecast.mean().size(); step++) {
            List<String> row = new ArrayList<>(columns);
            row.add(answer.series());
            row.add(String.valueOf(step + 1));
            row.add(number(forecast.mean().get(step)));
            List<PredictionInterval> intervals = forecast.intervals();
            for (int i = intervals.size() - 1; i >= 0; i--) {
                row.add(number(intervals.get(i).lower().get(step)));
            }
            for (PredictionInterval interval : intervals) {
                row.add(number(interval.upper().get(step)));
            }
            row.add(model);
            row.add("");
            csv.writeRecord(row);
        }
    }

    void failure(String series, String problem) throws IOException {
        List<String> row = new ArrayList<>(List.of(series, "0"));
        while (row.size() < columns - 1) {
            row.add("");
        }
        row.add(problem);
        csv.writeRecord(row);
    }

    /** Hands on what is still held back. */
    void flush() throws IOException {
        csv.flush();
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
