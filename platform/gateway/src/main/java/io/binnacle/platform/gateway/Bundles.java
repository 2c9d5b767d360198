package io.binnacle.platform.gateway;

/** Tells which bundles do not run, and whether somebody wanted that. */
@FunctionalInterface
interface Bundles extends AutoCloseable {

    Health health();

    @Override
    default void close() {}
}
