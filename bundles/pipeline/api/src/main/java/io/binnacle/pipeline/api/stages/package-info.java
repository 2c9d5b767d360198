/** Pipelines, the stages that deals go through in them, and what has to hold before a stage is left. */
@Export
@Version("1.0.0")
package io.binnacle.pipeline.api.stages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
