package io.binnacle.platform.plugins.archive;

import java.util.Optional;

/** The class files of the running APIs. */
@FunctionalInterface
public interface ClassLookup {

    /**
     * The class file of a class.
     *
     * @param name with slashes, as class files have it: {@code io/binnacle/platform/api/json/Json}
     */
    Optional<byte[]> find(String name);
}
