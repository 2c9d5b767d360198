package io.binnacle.platform.plugins.archive;

/** Who answers for a plugin. */
public enum Trust {
    /** The makers of the platform. */
    OFFICIAL,
    /** A publisher whose key an administrator has put among the trusted ones. */
    PUBLISHER,
    /** Nobody: an administrator allowed it by its id. */
    UNSIGNED
}
