package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_TOO_LARGE;

/** How much one upload may still unpack to, the jars inside it included. Counts what comes out, not what was promised. */
final class Budget {

    static final long UPLOAD = 64L << 20;
    static final long EXPANDED = 256L << 20;
    static final int ENTRIES = 10_000;
    static final int RATIO = 100;

    /** A short run of equal bytes may pack better than a bomb does, and harms nobody. */
    private static final long HARMLESS = 1L << 20;

    private final long uploaded;
    private long expanded;
    private int entries;

    Budget(long uploaded) {
        if (uploaded > UPLOAD) {
            throw PLUGIN_ARCHIVE_TOO_LARGE.because("the file has %d bytes; a plugin has at most %d", uploaded, UPLOAD);
        }
        this.uploaded = uploaded;
    }

    void entries(int more) {
        entries += more;
        if (entries > ENTRIES) {
            throw PLUGIN_ARCHIVE_TOO_LARGE.because(
                    "the archive has more than %d entries, those of the jars in it counted", ENTRIES);
        }
    }

    void expanded(String name, long more) {
        expanded += more;
        if (expanded > EXPANDED) {
            throw PLUGIN_ARCHIVE_TOO_LARGE.because(
                    "the archive unpacks to more than %d bytes; that was reached in %s", EXPANDED, name);
        }
        refuseBomb(name, uploaded, expanded);
    }

    static void refuseBomb(String name, long packed, long unpacked) {
        if (unpacked > HARMLESS && unpacked > RATIO * packed) {
            throw PLUGIN_ARCHIVE_TOO_LARGE.because(
                    "%s unpacks to more than %d times its size, as bombs do and plugins do not", name, RATIO);
        }
    }
}
