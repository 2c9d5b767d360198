/** Failures with a name and a culprit; the gateway alone turns them into problem documents. */
@Export
@Version("1.0.0")
package io.binnacle.platform.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
