package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_KEY_INVALID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** An Ed25519 key that an administrator trusts, and the first half of its fingerprint, by which people call it. */
record TrustedKey(String id, PublicKey key) {

    private static final String ALGORITHM = "Ed25519";
    private static final int RAW = 32;

    /** The keys of one file, each in a line of base64 (X.509); a file that is not there holds none. */
    static List<TrustedKey> in(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(line -> parse(line, file))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean signed(byte[] text, Signature signature) {
        try {
            var verifier = java.security.Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature.bytes());
        } catch (GeneralSecurityException e) {
            // Thrown for bytes that cannot be a signature at all.
            return false;
        }
    }

    private static TrustedKey parse(String line, Path file) {
        try {
            byte[] encoded = Base64.getDecoder().decode(line);
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
            return new TrustedKey(Sha256.of(raw).substring(0, 16), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw PLUGIN_KEY_INVALID
                    .because("%s must hold Ed25519 public keys, each in a line of base64 (X.509)", file)
                    .causedBy(e);
        }
    }
}
