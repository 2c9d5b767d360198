/** The one way Binnacle reads and writes JSON. */
@Export
@Version("1.0.0")
package io.binnacle.platform.api.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
