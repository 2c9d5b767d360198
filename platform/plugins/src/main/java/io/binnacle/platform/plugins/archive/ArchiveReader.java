package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.api.error.PlatformError.DISK_FULL;
import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;

import io.binnacle.platform.plugins.archive.PluginManifest.ListedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the file of a plugin, which anybody may have made, and unpacks it only as far as it passes every check. A
 * file that is refused leaves nothing behind. Any thread may read, several at once.
 */
public final class ArchiveReader {

    private final TrustStore trust;
    private final BundlePolicy policy;
    private final Function<String, Optional<Signer>> vouchers;

    /** A reader to which no catalogue speaks for any file. */
    public ArchiveReader(TrustStore trust) {
        this(trust, Set::of, List.of());
    }

    /**
     * @param exported the packages that the running platform exports; no plugin may export them too
     * @param catalogues those whose entries speak for files that nobody signed
     */
    public ArchiveReader(TrustStore trust, Supplier<Set<String>> exported, List<Catalogue> catalogues) {
        this.trust = trust;
        this.policy = new BundlePolicy(new PlatformPackages(exported));
        this.vouchers = digest -> catalogues.stream()
                .map(catalogue -> catalogue.voucher(digest))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Checks {@code file}, an archive or a plain bundle, and unpacks it into a new folder in {@code stagingFolder}.
     *
     * @throws io.binnacle.platform.api.error.PlatformException with a {@code PluginError} that says why not
     */
    public StagedPlugin read(Path file, Path stagingFolder) {
        try {
            Budget budget = new Budget(Files.size(file));
            Files.createDirectories(stagingFolder);
            Path folder = Files.createTempDirectory(stagingFolder, "plugin-");
            return readInto(new StagingFolder(folder), file, budget);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private StagedPlugin readInto(StagingFolder folder, Path file, Budget budget) throws IOException {
        try {
            return read(file, folder, budget);
        } catch (IOException | RuntimeException | Error e) {
            folder.delete();
            throw e;
        }
    }

    private StagedPlugin read(Path file, StagingFolder folder, Budget budget) throws IOException {
        String digest = Sha256.of(file);
        Optional<Signer> voucher = vouchers.apply(digest);
        try (ZipArchive archive = ZipArchive.open(file, "", budget)) {
            PluginFiles files = archive.find(PluginManifest.FILE).isPresent()
                    ? new PackedPlugin(archive, trust, voucher)
                    : new PlainBundle(archive, file, digest, trust, voucher);
            PluginManifest manifest = files.manifest();
            manifest.config().map(ConfigSchema::new).ifPresent(ConfigSchema::requireValid);
            Trust trusted = files.trust();
            files.unpack(folder);
            policy.check(manifest, bundles(manifest, folder, budget));
            folder.force();
            return new StagedPlugin(manifest, digest, trusted, folder.path());
        }
    }

    private static List<PluginBundle> bundles(PluginManifest manifest, StagingFolder folder, Budget budget)
            throws IOException {
        List<PluginBundle> bundles = new ArrayList<>();
        for (ListedFile listed : manifest.bundles()) {
            bundles.add(PluginBundle.read(folder.resolve(listed.path()), listed.path(), budget));
        }
        return bundles;
    }

    private static RuntimeException failure(IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left on device")) {
            return DISK_FULL
                    .because("the disk is full, so the plugin was not unpacked and nothing was changed; free some space"
                            + " and try again")
                    .causedBy(e);
        }
        return e instanceof java.util.zip.ZipException || e instanceof java.io.EOFException
                ? PLUGIN_ARCHIVE_INVALID
                        .because("the archive is damaged: %s", e.getMessage())
                        .causedBy(e)
                : new UncheckedIOException(e);
    }
}
