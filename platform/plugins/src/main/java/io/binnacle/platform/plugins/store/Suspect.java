package io.binnacle.platform.plugins.store;

import java.time.Instant;

/** A version of a plugin that has to do with the end of the process, and when that was. */
public record Suspect(String plugin, String version, String digest, Instant at) {

    /** Whether {@code installed} is this very version. */
    public boolean is(InstalledPlugin installed) {
        return digest.equals(installed.digest());
    }
}
