package io.binnacle.platform.plugins.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a plugin has to ask for. */
public enum Permission {
    /** Answers HTTP requests. */
    ROUTES("routes"),
    /** Has tables of its own in the database. */
    TABLES("tables"),
    /** Talks to other machines through the platform's HTTP client. */
    OUTBOUND_HTTP("outbound-http");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    /** As it stands in {@code plugin.json}. */
    public String text() {
        return text;
    }

    static Optional<Permission> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Permission::text).toList();
    }
}
