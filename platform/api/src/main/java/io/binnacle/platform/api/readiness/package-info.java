/** What keeps the platform from being ready. */
@Export
@Version("1.0.0")
package io.binnacle.platform.api.readiness;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
