/** The append-only journal of every change to every domain entity. */
@Export
@Version("2.0.0")
package io.binnacle.platform.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
