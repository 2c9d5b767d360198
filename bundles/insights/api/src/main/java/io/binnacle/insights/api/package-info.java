/** Insight rules as services, and the insights they find. */
@Export
@Version("1.0.0")
package io.binnacle.insights.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
