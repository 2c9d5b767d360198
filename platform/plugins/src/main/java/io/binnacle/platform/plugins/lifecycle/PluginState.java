package io.binnacle.platform.plugins.lifecycle;

/** Where a plugin, or a change of one, stands. An operation tells each that it reaches. */
public enum PluginState {
    /** The file is here; nobody has looked into it. */
    RECEIVED,
    /** Its form, its digests and its signature are right. */
    VERIFIED,
    /** Everything it needs is here. */
    RESOLVED,
    /** It lies in the store. */
    STAGED,
    /** Its bundles start, seen by nobody. */
    STARTING,
    /** It works, and is watched for a while before it counts. */
    PROBATION,
    ACTIVE,
    /** Installed, and switched off by somebody. */
    DISABLED,
    /** It was refused; nothing was touched. */
    REJECTED,
    /** It did not do well, so the version before it serves on. */
    ROLLED_BACK,
    /** It failed or hung and is kept from running. */
    QUARANTINED,
    /** It is gone; its data is kept. */
    UNINSTALLED,
    /** It is gone with its data. */
    PURGED
}
