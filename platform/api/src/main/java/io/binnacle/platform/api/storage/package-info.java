/** The PostgreSQL database that all bundles share, one schema each. */
@Export
@Version("1.0.0")
package io.binnacle.platform.api.storage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
