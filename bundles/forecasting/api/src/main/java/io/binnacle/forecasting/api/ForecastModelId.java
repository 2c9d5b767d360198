package io.binnacle.forecasting.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** The name of a {@link ForecastModel} service, in lower case with dashes: {@code seasonal-naive}. */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ForecastModelId {

    String PREFIX_ = "forecast.model.";

    /** The name. It becomes the service property {@code forecast.model.id}. */
    String id();
}
