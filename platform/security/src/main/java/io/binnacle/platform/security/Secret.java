package io.binnacle.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token as its owner holds it: 256 random bits, so one plain hash of it is enough to keep. */
record Secret(String text) {

    private static final Pattern FORM = Pattern.compile("bnk_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret("bnk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret in a bearer header; empty when it cannot be one of ours. */
    static Optional<Secret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
