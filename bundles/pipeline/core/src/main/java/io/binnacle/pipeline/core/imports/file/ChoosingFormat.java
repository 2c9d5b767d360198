package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.api.imports.ImportFormat;

/** A format that knows how its files are written. */
public interface ChoosingFormat extends ImportFormat {

    /** What it knows; the rest is found out. */
    Choices choices();
}
