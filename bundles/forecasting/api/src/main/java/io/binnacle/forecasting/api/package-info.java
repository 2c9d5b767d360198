/** Forecast models as services, and the forecasts they make. */
@Export
@Version("1.1.0")
package io.binnacle.forecasting.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
