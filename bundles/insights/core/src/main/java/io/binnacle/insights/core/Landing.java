package io.binnacle.insights.core;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.PredictionInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Where the bookings of a quarter end up.
 *
 * <p>{@code booked + max(f₁ − running, 0) + Σ max(fᵢ, 0)} for i from 2, where {@code booked} is what was won in
 * the quarter, {@code running} the part of it that was won since the last month that has ended, and f₁, f₂, … the
 * forecast of the months that have not: what the running month is expected to bring counts only as far as it is
 * not there yet, and nothing that is booked is ever taken back.
 *
 * <p>Low and high put the bounds of the interval in the place of f. Bounds of months are added as if all months
 * went well or ill together, which is the widest they can be.
 *
 * @param low with the lower bounds
 * @param likely with the point forecast
 * @param high with the upper bounds
 */
record Landing(BigDecimal low, BigDecimal likely, BigDecimal high) {

    /** @param ended how many months of the forecast have ended already: what they brought is booked */
    static Landing of(BigDecimal booked, BigDecimal running, Forecast forecast, int ended) {
        PredictionInterval interval = forecast.intervals().get(0);
        return new Landing(
                land(booked, running, toCome(interval.lower(), ended)),
                land(booked, running, toCome(forecast.mean(), ended)),
                land(booked, running, toCome(interval.upper(), ended)));
    }

    private static List<Double> toCome(List<Double> months, int ended) {
        return months.subList(ended, months.size());
    }

    private static BigDecimal land(BigDecimal booked, BigDecimal running, List<Double> months) {
        BigDecimal sum = booked;
        for (int i = 0; i < months.size(); i++) {
            BigDecimal month = BigDecimal.valueOf(months.get(i)).setScale(2, RoundingMode.HALF_UP);
            BigDecimal toCome = i == 0 ? month.subtract(running) : month;
            sum = sum.add(toCome.max(BigDecimal.ZERO));
        }
        return sum;
    }
}
