package io.binnacle.platform.plugins.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a plugin mainly brings; for lists and icons, nothing depends on it. */
public enum Kind {
    INDUSTRY_PACK("industry-pack"),
    FORECAST_MODEL("forecast-model"),
    INSIGHT_RULE("insight-rule"),
    OTHER("other");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** As it stands in {@code plugin.json}. */
    public String text() {
        return text;
    }

    static Optional<Kind> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Kind::text).toList();
    }
}
