package io.binnacle.platform.plugins.archive;

import java.nio.file.Path;

/**
 * A plugin whose archive has passed every check, unpacked.
 *
 * @param digest SHA-256, in hexadecimal, of the file that was read
 * @param folder holds {@code plugin.json}, the listed files at their paths, and nothing else but the signature
 */
public record StagedPlugin(PluginManifest manifest, String digest, Trust trust, Path folder) {}
