/** Account plans with immutable revisions, templates they begin with, and the stakeholders they name. */
@Export
@Version("1.1.0")
package io.binnacle.planning.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
