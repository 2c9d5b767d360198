/** Account plans with immutable revisions, and the stakeholders they name. */
@Export
@Version("1.0.0")
package io.binnacle.planning.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
