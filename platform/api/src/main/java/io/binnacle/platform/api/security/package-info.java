/** Who is calling, and what the caller may do. */
@Export
@Version("1.0.0")
package io.binnacle.platform.api.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
