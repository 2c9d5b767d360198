package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_EXPIRED;
import static io.binnacle.platform.plugins.PluginError.CATALOGUE_INVALID;
import static io.binnacle.platform.plugins.PluginError.CATALOGUE_ROLLED_BACK;
import static io.binnacle.platform.plugins.PluginError.CATALOGUE_UNREACHABLE;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.plugins.PluginError;
import io.binnacle.platform.plugins.archive.CatalogueCopy.Signed;
import io.binnacle.platform.plugins.archive.CatalogueIndex.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A signed list of plugins, from a folder or the web. It never goes back to an older state than one it was seen in,
 * and nothing is taken from it after its date: so nobody who stands in between can hold a newer version back for
 * long. Without a network the last good copy serves. Thread-safe.
 */
public final class Catalogue {

    private static final long LARGEST_INDEX = 10L << 20;
    private static final long LARGEST_SIGNATURE = 4 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A plugin may take longer than an index, yet not for ever. */
    private static final long BYTES_PER_SECOND = 256 << 10;

    private record Verified(CatalogueIndex index, Signer signer) {}

    private final CatalogueSource source;
    private final CatalogueCopy copy;
    private final TrustStore trust;
    private final Clock clock;

    /** @param copy the file that keeps the last good state, one for each catalogue */
    public Catalogue(CatalogueSource source, Path copy, TrustStore trust, Clock clock) {
        this.source = source;
        this.copy = new CatalogueCopy(copy);
        this.trust = trust;
        this.clock = clock;
    }

    /** The present state, fetched now; the last copy when the source cannot be reached. */
    public synchronized CatalogueIndex index() {
        Signed fetched;
        try {
            fetched = fetch();
        } catch (IOException e) {
            return lastCopy().map(this::current).orElseThrow(() -> unreachable(e));
        }
        Verified verified = verify(fetched);
        CatalogueIndex index = current(verified);
        Optional<Signed> before = copy.read();
        // It was verified when it was written; the key may have been replaced since, the counter counts on.
        before.ifPresent(known -> refuseOlder(CatalogueIndex.parse(known.index()), known, index, fetched));
        copy.write(fetched);
        return index;
    }

    /**
     * Fetches the file of {@code entry} into a new file in {@code folder}.
     *
     * @return a file that has the size and the SHA-256 that the catalogue says
     */
    public Path fetch(Entry entry, Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "download-", ".part");
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    source.copy(entry.url(), entry.size(), PATIENCE.plusSeconds(entry.size() / BYTES_PER_SECOND), out);
                }
                if (Files.size(file) != entry.size() || !Sha256.of(file).equals(entry.sha256())) {
                    throw CATALOGUE_INVALID.because(
                            "the file %s is not the one that the catalogue lists for %s %s; it was changed, so ask who"
                                    + " publishes the catalogue",
                            entry.url(), entry.id(), entry.version());
                }
                return file;
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw CATALOGUE_UNREACHABLE
                    .because("%s %s cannot be fetched: %s", entry.id(), entry.version(), e.getMessage())
                    .causedBy(e);
        }
    }

    /** Who answers for the file with this digest, when the last copy lists it and is still good. */
    synchronized Optional<Signer> voucher(String digest) {
        try {
            return lastCopy()
                    .filter(verified -> current(verified).entries().stream()
                            .anyMatch(entry -> entry.sha256().equals(digest)))
                    .map(Verified::signer);
        } catch (PlatformException e) {
            // A catalogue that is no good any more answers for nothing, and that is all an upload needs to know.
            if (e.code() instanceof PluginError) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Signed fetch() throws IOException {
        return new Signed(
                read(CatalogueSource.INDEX, LARGEST_INDEX),
                read(CatalogueSource.INDEX + Signature.SUFFIX, LARGEST_SIGNATURE));
    }

    private byte[] read(String url, long most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        source.copy(url, most, PATIENCE, bytes);
        return bytes.toByteArray();
    }

    private Optional<Verified> lastCopy() {
        return copy.read().map(this::verify);
    }

    private Verified verify(Signed signed) {
        Signature signature = Signature.parse(signed.signature(), CatalogueSource.INDEX + Signature.SUFFIX);
        Signer signer = trust.signer(signed.index(), signature);
        return new Verified(CatalogueIndex.parse(signed.index()), signer);
    }

    private CatalogueIndex current(Verified verified) {
        CatalogueIndex index = verified.index();
        if (!clock.instant().isBefore(index.expires())) {
            throw CATALOGUE_EXPIRED.because(
                    "the catalogue '%s' was good until %s; ask who publishes it for a new one",
                    index.name(), index.expires());
        }
        return index;
    }

    private static void refuseOlder(CatalogueIndex known, Signed knownBytes, CatalogueIndex given, Signed givenBytes) {
        if (!given.name().equals(known.name())) {
            throw CATALOGUE_INVALID.because(
                    "the catalogue is called '%s' now and was '%s' before; configure it as another one if that is meant",
                    given.name(), known.name());
        }
        boolean changed = !Arrays.equals(knownBytes.index(), givenBytes.index());
        if (given.counter() < known.counter() || (given.counter() == known.counter() && changed)) {
            throw CATALOGUE_ROLLED_BACK.because(
                    "the catalogue '%s' is at %d, but %d was seen before%s; somebody may be offering old versions",
                    given.name(),
                    given.counter(),
                    known.counter(),
                    given.counter() == known.counter() ? " with other content" : "");
        }
    }

    private static PlatformException unreachable(IOException cause) {
        return CATALOGUE_UNREACHABLE
                .because("the catalogue cannot be reached: %s; there is no copy of it here", cause.getMessage())
                .causedBy(cause);
    }
}
