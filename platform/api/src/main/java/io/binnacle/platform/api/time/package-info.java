/** Valid time, recorded time and fiscal calendars. */
@Export
@Version("1.1.0")
package io.binnacle.platform.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
