package io.binnacle.forecasting.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.osgi.framework.Bundle;

/** Tells one build of a bundle from another of the same version: SHA-256 over the names and bytes of its entries. */
final class BundleDigest {

    private static final String EVERYTHING = "/";

    private BundleDigest() {}

    static String of(Bundle bundle) {
        MessageDigest digest = sha256();
        for (URL entry : entries(bundle)) {
            digest.update(entry.getPath().getBytes(StandardCharsets.UTF_8));
            update(digest, entry);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    // A bundle without entries is the framework itself, as in a test that offers models by hand.
    private static List<URL> entries(Bundle bundle) {
        var found = bundle.findEntries(EVERYTHING, "*", true);
        return found == null
                ? List.of()
                : Collections.list(found).stream()
                        .filter(entry -> !entry.getPath().endsWith("/"))
                        .sorted(Comparator.comparing(URL::getPath))
                        .toList();
    }

    private static void update(MessageDigest digest, URL entry) {
        try (InputStream bytes = entry.openStream()) {
            digest.update(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
