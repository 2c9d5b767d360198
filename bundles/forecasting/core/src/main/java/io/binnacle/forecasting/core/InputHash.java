package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.json.Json;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a forecast is made from. Numbers are written in hexadecimal, as their decimal form differs between
 * releases of Java.
 */
record InputHash(List<String> values, int seasonLength, int horizon, List<String> levels, long seed) {

    static String of(TimeSeries history, Outlook outlook) {
        return Json.hash(new InputHash(
                exact(DoubleStream.of(history.toArray())),
                history.seasonLength(),
                outlook.horizon(),
                exact(outlook.levels().stream().mapToDouble(Double::doubleValue)),
                outlook.seed()));
    }

    private static List<String> exact(DoubleStream numbers) {
        return numbers.mapToObj(Double::toHexString).toList();
    }
}
