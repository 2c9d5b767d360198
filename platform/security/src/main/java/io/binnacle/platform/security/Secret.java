package io.binnacle.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A token as its owner holds it: 256 random bits, so one plain hash of it is enough to keep. */
record Secret(String text) {

    private static final String PREFIX = "bnk_";
    private static final int LENGTH = 47;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret in a bearer header; empty when it cannot be one of ours. */
    static Optional<Secret> parse(String text) {
        return text.length() == LENGTH && text.startsWith(PREFIX) && hasOnlyTokenCharacters(text)
                ? Optional.of(new Secret(text))
                : Optional.empty();
    }

    /** On the path of every request, so without a pattern. */
    private static boolean hasOnlyTokenCharacters(String text) {
        for (int index = PREFIX.length(); index < LENGTH; index++) {
            char character = text.charAt(index);
            boolean allowed = (character >= 'A' && character <= 'Z')
                    || (character >= 'a' && character <= 'z')
                    || (character >= '0' && character <= '9')
                    || character == '_'
                    || character == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
