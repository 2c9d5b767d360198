package io.binnacle.industry.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings an industry from a plugin that has code. Register it as a service; a plugin without code has the same in its
 * files {@code content/industry-pack.json} and {@code content/golden.json} and registers nothing.
 *
 * <p>A pack is taken only when {@link PackCheck} finds nothing wrong with it and all its golden tests pass. Of two packs
 * with one id the one from the higher version of its bundle counts.
 */
@ConsumerType
public interface IndustryPack {

    /** What the pack knows; the same whenever it is asked. */
    PackContent content();

    /** What must come out of it; at least one test for each lever. */
    GoldenTests golden();
}
