/** How files of other systems are read: formats are services, so a plugin can bring one. */
@Export
@Version("1.0.0")
package io.binnacle.pipeline.api.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
