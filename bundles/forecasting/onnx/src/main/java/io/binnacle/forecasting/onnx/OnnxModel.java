package io.binnacle.forecasting.onnx;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts by a net that takes a window and gives some periods at once. Longer horizons are reached by recursion:
 * what was forecast becomes the end of the next window, and its uncertainty carries over.
 *
 * <p>A net without quantiles gets normal intervals. Their deviation is that of its errors one period ahead in the
 * history, and grows with the square root of the distance, as if errors added up independently.
 */
record OnnxModel(Net net, String id) implements ForecastModel {

    private static final int FEWEST_ERRORS = 3;
    private static final int MOST_ERRORS = 24;

    @Override
    public int minimumHistory(int seasonLength) {
        return net.descriptor().window() + (hasQuantiles() ? 0 : FEWEST_ERRORS);
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < minimumHistory(history.seasonLength())) {
            throw HISTORY_TOO_SHORT.because(
                    "%s needs %d observations, got %d", id, minimumHistory(history.seasonLength()), history.length());
        }
        double[] values = history.toArray();
        double deviation = hasQuantiles() || outlook.levels().isEmpty() ? 0 : deviation(values);
        List<Fan> fans = fans(values, outlook.horizon(), deviation);
        return new Forecast(
                fans.stream().map(Fan::mean).toList(),
                outlook.levels().stream().map(level -> interval(level, fans)).toList());
    }

    /** The periods that follow a window, in one run of the net; without quantiles they have no width. */
    List<Fan> next(double[] window) {
        Scaling.Scale scale = net.descriptor().scaling().of(window);
        float[] scaled = new float[window.length];
        for (int i = 0; i < window.length; i++) {
            scaled[i] = scale.scaled(window[i]);
        }
        List<float[]> outputs = net.run(scaled);
        QuantileOutputs quantiles = new QuantileOutputs(net.descriptor());
        List<Fan> fans = new ArrayList<>();
        for (int step = 0; step < net.descriptor().horizon(); step++) {
            fans.add(quantiles.fan(outputs, step, scale));
        }
        return fans;
    }

    private boolean hasQuantiles() {
        return net.descriptor().quantiles().isPresent();
    }

    private List<Fan> fans(double[] values, int horizon, double deviation) {
        double[] window =
                Arrays.copyOfRange(values, values.length - net.descriptor().window(), values.length);
        List<Fan> fans = new ArrayList<>();
        while (fans.size() < horizon) {
            List<Fan> block = next(window);
            int known = fans.size();
            for (int step = 0; step < block.size(); step++) {
                Fan fan = hasQuantiles()
                        ? block.get(step)
                        : Fan.normal(block.get(step).mean(), deviation * Math.sqrt(step + 1));
                fans.add(known == 0 ? fan : fan.after(fans.get(known - 1)));
            }
            window = moved(window, block);
        }
        return fans.subList(0, horizon);
    }

    private static double[] moved(double[] window, List<Fan> block) {
        double[] all = Arrays.copyOf(window, window.length + block.size());
        for (int i = 0; i < block.size(); i++) {
            all[window.length + i] = block.get(i).mean();
        }
        return Arrays.copyOfRange(all, block.size(), all.length);
    }

    private double deviation(double[] values) {
        int window = net.descriptor().window();
        int first = Math.max(window, values.length - MOST_ERRORS);
        double sum = 0;
        for (int t = first; t < values.length; t++) {
            double error = values[t]
                    - next(Arrays.copyOfRange(values, t - window, t)).get(0).mean();
            sum += error * error;
        }
        return Math.sqrt(sum / (values.length - first));
    }

    private static PredictionInterval interval(double level, List<Fan> fans) {
        double score = Fan.score(level);
        return new PredictionInterval(
                level,
                fans.stream().map(fan -> fan.at(-score)).toList(),
                fans.stream().map(fan -> fan.at(score)).toList());
    }
}
