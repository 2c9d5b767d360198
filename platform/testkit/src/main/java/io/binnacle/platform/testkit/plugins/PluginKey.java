package io.binnacle.platform.testkit.plugins;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A publisher's Ed25519 key. */
public final class PluginKey {

    /** The raw key is what ends its X.509 form. */
    private static final int RAW_LENGTH = 32;

    private final KeyPair pair;

    private PluginKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new key. */
    public static PluginKey generate() {
        try {
            return new PluginKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a {@code .pub} file. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The text of {@code plugin.json.sig} for these bytes. */
    public String sign(byte[] bytes) {
        return signature(pair.getPublic(), bytes);
    }

    /** A signature by this key that says it were made by another. */
    String forge(PluginKey other, byte[] bytes) {
        return signature(other.pair.getPublic(), bytes);
    }

    private String signature(PublicKey claimed, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return "{\"keyId\":\"%s\",\"signature\":\"%s\"}"
                    .formatted(id(claimed), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return sha256(Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length))
                .substring(0, 16);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
