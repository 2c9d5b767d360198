package io.binnacle.platform.storage.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * The hash of an event, so that anybody can check the journal without Binnacle.
 *
 * <p>It is the SHA-256 of nine fields, each written as a netstring: the number of its bytes in UTF-8, in
 * decimal, a colon, the bytes, a comma. In this order:
 *
 * <ol>
 *   <li>the hash of the entity's event before, in lower case hexadecimal, or 64 zeros
 *   <li>the entity's type
 *   <li>the entity's id, as a UUID in lower case
 *   <li>the number within the entity, in decimal
 *   <li>the valid time in UTC with six digits of a second, such as {@code 2026-11-02T17:00:00.000000Z}
 *   <li>the recorded time, written alike
 *   <li>the actor
 *   <li>the cause
 *   <li>the patch, to the byte as it is stored
 * </ol>
 *
 * In SQL, for one event: {@code select sha256(convert_to(string_agg(octet_length(field) || ':' || field, ','
 * order by place) || ',', 'UTF8'))} over these fields.
 */
final class EventHash {

    static final String FIRST = "0".repeat(64);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final MessageDigest digest = sha256();

    /** A new digest; every Java has this one. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] of(
            String prevHash,
            String type,
            UUID id,
            long seq,
            Instant validTime,
            Instant recordedTime,
            String actor,
            String cause,
            String patch) {
        add(prevHash);
        add(type);
        add(id.toString());
        add(Long.toString(seq));
        add(TIME.format(validTime));
        add(TIME.format(recordedTime));
        add(actor);
        add(cause);
        add(patch);
        return digest.digest();
    }

    private void add(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
        digest.update((byte) ',');
    }
}
