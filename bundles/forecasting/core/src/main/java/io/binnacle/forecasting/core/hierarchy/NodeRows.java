package io.binnacle.forecasting.core.hierarchy;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.binnacle.forecasting.core.batch.QuantileNames;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts of nodes as CSV, one period a row: {@code series_id}, {@code level}, {@code step} from 1, {@code mean}, one
 * column for each quantile in ascending order, and the model that forecast the node by itself.
 */
final class NodeRows {

    private NodeRows() {}

    /** @param levels of the intervals, as probabilities */
    static void write(List<ReconciledNode> nodes, List<Double> levels, Writer output) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(output);
        List<String> header = new ArrayList<>(List.of("series_id", "level", "step", "mean"));
        header.addAll(QuantileNames.of(levels));
        header.add("model");
        csv.writeRecord(header);
        for (ReconciledNode node : nodes) {
            for (int step = 0; step < node.mean().length; step++) {
                csv.writeRecord(row(node, step));
            }
        }
        csv.flush();
    }

    private static List<String> row(ReconciledNode node, int step) {
        List<String> row = new ArrayList<>(
                List.of(node.node().id(), node.node().level(), String.valueOf(step + 1), number(node.mean()[step])));
        Arrays.stream(node.quantiles()[step]).forEach(quantile -> row.add(number(quantile)));
        row.add(node.model().id() + "@" + node.model().version());
        return row;
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
