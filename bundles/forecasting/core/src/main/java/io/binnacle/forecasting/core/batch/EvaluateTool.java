package io.binnacle.forecasting.core.batch;

import io.binnacle.forecasting.api.Forecasts;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code binnacle evaluate}: scores models on a file of series without a running platform. */
@Component(service = ToIntFunction.class, property = "binnacle.tool=evaluate")
public final class EvaluateTool implements ToIntFunction<String[]> {

    private final Forecasts forecasts;

    @Activate
    public EvaluateTool(@Reference Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return Tools.run(new EvaluateCommand(forecasts), arguments);
    }
}
