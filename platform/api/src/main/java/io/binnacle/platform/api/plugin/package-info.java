/** What the platform gives to a plugin, and what it asks of one. */
@Export
@Version("1.1.0")
package io.binnacle.platform.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
