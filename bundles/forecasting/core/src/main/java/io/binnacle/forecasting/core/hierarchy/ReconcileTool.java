package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.batch.Tools;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code binnacle reconcile}: forecasts a file of series and their sums without a running platform. */
@Component(service = ToIntFunction.class, property = "binnacle.tool=reconcile")
public final class ReconcileTool implements ToIntFunction<String[]> {

    private final Forecasts forecasts;

    @Activate
    public ReconcileTool(@Reference Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return Tools.run(new ReconcileCommand(forecasts), arguments);
    }
}
