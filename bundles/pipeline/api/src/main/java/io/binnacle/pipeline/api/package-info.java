/** Accounts, the sales hierarchy, opportunities with their history, targets and roll-ups. */
@Export
@Version("1.2.0")
package io.binnacle.pipeline.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
