/** Exact amounts of money. */
@Export
@Version("1.1.0")
package io.binnacle.platform.api.money;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
