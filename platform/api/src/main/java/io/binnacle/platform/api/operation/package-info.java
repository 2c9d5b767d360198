/** Work that takes longer than a request, with progress. */
@Export
@Version("1.1.0")
package io.binnacle.platform.api.operation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
