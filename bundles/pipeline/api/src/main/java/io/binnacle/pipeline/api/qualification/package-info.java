/** How well deals are qualified, and the gates that a change of a deal has to pass. */
@Export
@Version("1.0.0")
package io.binnacle.pipeline.api.qualification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
