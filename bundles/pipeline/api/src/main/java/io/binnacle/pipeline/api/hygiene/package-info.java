/** What is wrong with open deals, and what might be done about it. */
@Export
@Version("1.0.0")
package io.binnacle.pipeline.api.hygiene;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
