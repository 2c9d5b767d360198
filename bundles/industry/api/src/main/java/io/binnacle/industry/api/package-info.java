/** Industries: what packs know of them, and where they plug in. */
@Export
@Version("1.0.0")
package io.binnacle.industry.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
