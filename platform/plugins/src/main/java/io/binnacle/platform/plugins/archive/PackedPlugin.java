package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;
import static io.binnacle.platform.plugins.PluginError.PLUGIN_CONTENT_MISMATCH;

import io.binnacle.platform.plugins.archive.PluginManifest.ListedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An archive with a {@code plugin.json} that lists all the others, so that its signature speaks for them too. */
final class PackedPlugin implements PluginFiles {

    private static final String SIGNATURE = PluginManifest.FILE + Signature.SUFFIX;
    private static final int LARGEST_MANIFEST = 1 << 20;

    private final ZipArchive archive;
    private final byte[] text;
    private final Optional<byte[]> signature;
    private final PluginManifest manifest;
    private final Trust trust;

    PackedPlugin(ZipArchive archive, TrustStore trust, Optional<Signer> voucher) throws IOException {
        this.archive = archive;
        this.text = read(PluginManifest.FILE).orElseThrow();
        this.signature = read(SIGNATURE);
        this.manifest = PluginManifest.parse(text);
        Optional<Signature> signed = signature.map(bytes -> Signature.parse(bytes, SIGNATURE));
        this.trust = trust.trust(manifest, text, signed, voucher);
    }

    @Override
    public PluginManifest manifest() {
        return manifest;
    }

    @Override
    public Trust trust() {
        return trust;
    }

    @Override
    public void unpack(StagingFolder folder) throws IOException {
        compareNames();
        folder.write(PluginManifest.FILE, new ByteArrayInputStream(text));
        if (signature.isPresent()) {
            folder.write(SIGNATURE, new ByteArrayInputStream(signature.get()));
        }
        for (ListedFile listed : manifest.files().toList()) {
            unpack(listed, folder);
        }
        for (ListedFile listed : manifest.content()) {
            JsonContent.check(folder.resolve(listed.path()), listed.path());
        }
    }

    private void unpack(ListedFile listed, StagingFolder folder) throws IOException {
        try (InputStream in = archive.open(archive.find(listed.path()).orElseThrow())) {
            String digest = folder.write(listed.path(), in);
            if (!digest.equals(listed.sha256())) {
                throw PLUGIN_CONTENT_MISMATCH.because(
                        "%s is not the file that plugin.json lists: its SHA-256 is %s, not %s; get the plugin from its"
                                + " publisher",
                        listed.path(), digest, listed.sha256());
            }
        }
    }

    private void compareNames() {
        Set<String> listed = manifest.files().map(ListedFile::path).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = archive.files().stream()
                .map(ZipItem::name)
                .filter(name -> !name.equals(PluginManifest.FILE) && !name.equals(SIGNATURE))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> extra = new TreeSet<>(there);
        extra.removeAll(listed);
        if (!extra.isEmpty()) {
            throw PLUGIN_CONTENT_MISMATCH.because(
                    "the archive has files that plugin.json does not list: %s", shown(extra));
        }
        listed.removeAll(there);
        if (!listed.isEmpty()) {
            throw PLUGIN_CONTENT_MISMATCH.because(
                    "plugin.json lists files that the archive does not have: %s", shown(listed));
        }
    }

    private static String shown(Set<String> names) {
        String some = names.stream().limit(5).collect(Collectors.joining(", "));
        return names.size() > 5 ? some + " and " + (names.size() - 5) + " more" : some;
    }

    private Optional<byte[]> read(String name) throws IOException {
        Optional<ZipItem> item = archive.find(name);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(archive.read(item.get(), LARGEST_MANIFEST)
                .orElseThrow(
                        () -> PLUGIN_ARCHIVE_INVALID.because("%s has more than %d bytes", name, LARGEST_MANIFEST)));
    }
}
