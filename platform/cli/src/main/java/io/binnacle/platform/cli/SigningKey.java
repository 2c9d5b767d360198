package io.binnacle.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The Ed25519 key of a publisher. Its file has two lines of base64: the private key (PKCS #8) and the public key
 * (X.509), which is needed to tell the id of the key.
 */
record SigningKey(PrivateKey secret, byte[] publicKey) {

    private static final int RAW_LENGTH = 32;

    static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SigningKey read(Path file) {
        try {
            String[] lines = Files.readString(file).strip().split("\\R");
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
            return new SigningKey(secret, Base64.getDecoder().decode(lines[1]));
        } catch (IOException e) {
            throw Refusal.failed("There is no file %s that can be read.", file);
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.failed("%s is not a key of 'binnacle plugin keygen'.", file);
        }
    }

    /** Writes {@code NAME.key}, readable by its owner alone, and {@code NAME.pub}. */
    void write(Path secretFile, Path publicFile) {
        String text = base64(secret.getEncoded()) + "\n" + base64(publicKey) + "\n";
        try {
            Files.createFile(secretFile, ownersOnly(secretFile));
            Files.writeString(secretFile, text, StandardOpenOption.WRITE);
            Files.writeString(publicFile, base64(publicKey) + "\n");
        } catch (IOException e) {
            throw Refusal.failed(
                    "The key cannot be written to %s; a key that is there is never overwritten.", secretFile);
        }
    }

    /** The first 16 digits of the SHA-256 of the raw public key. */
    String id() {
        try {
            byte[] raw = Arrays.copyOfRange(publicKey, publicKey.length - RAW_LENGTH, publicKey.length);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(raw))
                    .substring(0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code plugin.json.sig} for these bytes. */
    String signatureOf(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(bytes);
            return Api.object()
                    .put("keyId", id())
                    .put("signature", base64(signature.sign()))
                    .toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
