package io.binnacle.platform.packager;

import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key pair in two files of one line of base64 each: {@code NAME.key} (PKCS #8), which only its owner may
 * read, and {@code NAME.pub} (X.509), which goes to those who should trust it.
 */
public final class Keys {

    private static final String ALGORITHM = "Ed25519";
    private static final int RAW = 32;

    private final PrivateKey secret;
    private final PublicKey open;

    private Keys(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** A new pair. */
    public static Keys generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Keys(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /** The pair whose secret half is in {@code key}; its other half lies beside it. */
    public static Keys read(Path key) throws IOException {
        Path pub = beside(key);
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new Keys(
                            factory.generatePrivate(new PKCS8EncodedKeySpec(line(key))),
                            factory.generatePublic(new X509EncodedKeySpec(line(pub))))
                    .checked(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(key + " and " + pub + " must hold an Ed25519 key pair, each half in base64", e);
        }
    }

    /** Writes both halves; refuses to replace a key, since what it has signed would be orphaned. */
    public void write(Path key) throws IOException {
        Path pub = beside(key);
        if (Files.exists(key) || Files.exists(pub)) {
            throw new IOException(key + " or " + pub + " is there already; give the new key another name");
        }
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(key, ownerOnly);
        }
        Files.writeString(key, encoded(secret.getEncoded()) + "\n");
        Files.writeString(pub, publicKey() + "\n");
    }

    /** The half that goes to those who should trust it. */
    public String publicKey() {
        return encoded(open.getEncoded());
    }

    /** How people call the key: the first half of its fingerprint. */
    public String id() {
        byte[] encoded = open.getEncoded();
        return Digests.sha256(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length))
                .substring(0, 16);
    }

    /** The content of the signature file for {@code text}. */
    public byte[] sign(byte[] text) {
        return Json.write(Json.object().put("keyId", id()).put("signature", encoded(signature(text))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key signs nothing", e);
        }
    }

    private Keys checked(Path key) throws GeneralSecurityException, IOException {
        byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(open);
        signature.update(probe);
        if (!signature.verify(signature(probe))) {
            throw new IOException(key + " and " + beside(key) + " are halves of different keys");
        }
        return this;
    }

    private static Path beside(Path key) {
        String name = key.getFileName().toString();
        return key.resolveSibling((name.endsWith(".key") ? name.substring(0, name.length() - 4) : name) + ".pub");
    }

    private static byte[] line(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
