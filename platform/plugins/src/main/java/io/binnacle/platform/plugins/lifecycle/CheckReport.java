package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.archive.Trust;
import java.util.List;
import java.util.Optional;

/**
 * What would happen if a plugin were installed.
 *
 * @param digest SHA-256 of the file, which becomes its place in the store
 * @param installable whether an install, or an update of the version that is there, would get as far as starting it
 * @param problems why not, each in a sentence
 * @param permissions what an administrator consents to
 * @param spi each package of the platform that it was made for, against the version that is here
 * @param tables what it would create in the database
 * @param restarts other plugins that would be restarted
 * @param installed the version that is there and that an update would fall back to
 * @param consent what installing it means, for the administrator
 */
public record CheckReport(
        String id,
        String version,
        String name,
        String publisher,
        String kind,
        Trust trust,
        String digest,
        boolean installable,
        List<String> problems,
        List<String> permissions,
        List<SpiFit> spi,
        List<Tables> tables,
        List<String> restarts,
        Optional<String> installed,
        String consent) {

    /** A package of the platform: the versions that the plugin was made for, and the one that is here. */
    public record SpiFit(String name, String wanted, Optional<String> here, boolean fits) {}

    /** A schema of the database, the scripts that fill it, and the tables that an earlier version left there. */
    public record Tables(String schema, List<String> scripts, List<String> present) {}
}
