/** What a bundle needs to contribute HTTP routes to the gateway. */
@Export
@Version("1.1.0")
package io.binnacle.platform.api.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
