package io.binnacle.forecasting.onnx;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A model for each net that was uploaded: made with the net in a property that nobody else sees. */
@Component(service = ForecastModel.class, factory = OfferedNet.FACTORY)
public final class OfferedNet implements ForecastModel {

    /** With the plugin's version: while it is updated, each version makes models of its own. */
    static final String FACTORY = "io.binnacle.forecasting.onnx@0.1.0";

    static final String MODEL = ".model";

    private final ForecastModel model;

    @Activate
    public OfferedNet(Map<String, Object> properties) {
        this.model = (ForecastModel) properties.get(MODEL);
    }

    @Override
    public int minimumHistory(int seasonLength) {
        return model.minimumHistory(seasonLength);
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        return model.forecast(history, outlook);
    }
}
