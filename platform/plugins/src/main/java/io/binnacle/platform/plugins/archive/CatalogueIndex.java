package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_INVALID;

import com.fasterxml.jackson.core.JacksonException;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a catalogue offers.
 *
 * @param counter counts up with every change
 * @param expires from when on nobody should rely on it any more
 */
public record CatalogueIndex(String name, long counter, Instant expires, List<Entry> entries) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * One version of a plugin.
     *
     * @param platform versions of the platform that it was made for, a range
     * @param spi versions of the platform's packages that it was made for, as ranges
     * @param url a file beside the index, or an https address
     */
    public record Entry(
            String id,
            String version,
            String name,
            String description,
            String platform,
            Map<String, String> spi,
            String url,
            String sha256,
            long size) {

        public Entry {
            Version.parseVersion(version);
            new VersionRange(platform);
            name = Objects.requireNonNullElse(name, id);
            description = Objects.requireNonNullElse(description, "");
            spi = spi == null ? Map.of() : Map.copyOf(spi);
            spi.values().forEach(VersionRange::new);
            if (!ManifestParser.ID.matcher(id).matches()
                    || !SHA256.matcher(sha256).matches()
                    || url.isBlank()) {
                throw new IllegalArgumentException("an entry needs an id, a url and a SHA-256 in hexadecimal");
            }
            if (size < 1 || size > Budget.UPLOAD) {
                throw new IllegalArgumentException("no plugin has " + size + " bytes");
            }
        }

        /** Whether it was made for what runs here. */
        public boolean fits(Surroundings here) {
            return here.include(platform, spi);
        }
    }

    public CatalogueIndex {
        if (name.isBlank() || counter < 1 || expires == null) {
            throw new IllegalArgumentException("a catalogue has a name, a counter from 1 and a date");
        }
        entries = List.copyOf(entries);
    }

    /** Every version of {@code id}, the newest first. */
    public Stream<Entry> versions(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .sorted(Comparator.comparing((Entry entry) -> Version.parseVersion(entry.version()))
                        .reversed());
    }

    /** The newest version of {@code id} that was made for what runs here. */
    public Optional<Entry> newest(String id, Surroundings here) {
        return versions(id).filter(entry -> entry.fits(here)).findFirst();
    }

    static CatalogueIndex parse(byte[] json) {
        try {
            return Json.mapper().readValue(json, CatalogueIndex.class);
        } catch (JacksonException e) {
            throw CATALOGUE_INVALID
                    .because("the catalogue's index is not valid: %s", e.getOriginalMessage())
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
