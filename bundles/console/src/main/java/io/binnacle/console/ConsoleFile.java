package io.binnacle.console;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the console, kept in memory.
 *
 * @param etag a strong entity tag over the content
 */
record ConsoleFile(byte[] content, String contentType, String etag) {

    static ConsoleFile of(String path, byte[] content) {
        return new ConsoleFile(content, ContentTypes.of(path), "\"" + digest(content) + "\"");
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
