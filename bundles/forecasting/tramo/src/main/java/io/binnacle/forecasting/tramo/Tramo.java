package io.binnacle.forecasting.tramo;

import static io.binnacle.forecasting.api.ForecastError.MODEL_FAILED;

import io.binnacle.platform.api.error.PlatformException;
import java.util.List;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.TsUnit;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.core.tramo.TramoKernel;

/** TRAMO as JDemetra+ has it. */
final class Tramo {

    /**
     * The predefined specifications that ask for no calendar: everything is found; the airline model with logarithms
     * and outliers that are found; the bare airline model. Each takes series on which the one before it gives up.
     */
    private static final List<TramoSpec> SPECIFICATIONS = List.of(TramoSpec.TR3, TramoSpec.TR1, TramoSpec.TR0);

    private Tramo() {}

    static Projection project(double[] values, int seasonLength, int horizon) {
        PlatformException failure = MODEL_FAILED.because("tramo finds no model for this series; ask for another model");
        for (TramoSpec specification : SPECIFICATIONS) {
            try {
                Projection projection = projection(identify(specification, values, seasonLength), horizon);
                if (projection.isFinite()) {
                    return projection;
                }
            } catch (RuntimeException e) {
                // JDemetra+ gives up with whatever its numerics stumble over, such as an index out of bounds.
                failure = failure.causedBy(e);
            }
        }
        throw failure;
    }

    /** The year in which a series begins says nothing, since no specification has a calendar. */
    static RegSarimaModel identify(TramoSpec specification, double[] values, int seasonLength) {
        TsPeriod start = TsPeriod.of(TsUnit.ofAnnualFrequency(seasonLength), 0);
        return TramoKernel.of(specification, null).process(TsData.ofInternal(start, values), ProcessingLog.dummy());
    }

    private static Projection projection(RegSarimaModel model, int horizon) {
        RegSarimaModel.Forecasts forecasts = model.forecasts(horizon);
        return new Projection(
                forecasts.getRawForecasts().getValues().toArray(),
                forecasts.getRawForecastsStdev().getValues().toArray(),
                model.getDescription().isLogTransformation());
    }
}
