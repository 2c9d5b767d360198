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

    /**
     * How much the model recommends itself where nobody names one: of those above 0, the highest that takes so
     * short a history answers. It becomes the service property {@code forecast.model.preference}. A model that
     * suits only some series says 0, and is used when it is asked for.
     */
    int preference() default 0;
}
