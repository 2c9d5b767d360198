package io.binnacle.platform.plugins.store;

/** With which plugins the platform starts. */
public enum Choice {
    /** With those of the current generation. */
    CURRENT,
    /** With those of the last good generation, which is the current one by now. */
    LAST_GOOD,
    /** With none. */
    SAFE_MODE
}
