package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.core.roles.Alias;
import java.util.List;

/** Tells who shall forecast when nobody names a model. Any thread may call. */
public interface Champions {

    /** The champion of a scope and, after it, the former ones, the last first; empty when nobody chose any. */
    List<Alias> of(ForecastScope scope);
}
