package io.binnacle.forecasting.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.platform.api.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong with a request, so that the caller learns of everything at once. */
public final class Faults {

    private static final int MOST = 100;

    private final List<FieldError> fields = new ArrayList<>();

    public void add(String pointer, String sentence, Object... arguments) {
        if (fields.size() < MOST) {
            fields.add(
                    new FieldError(pointer, INVALID_CONTENT.name(), String.format(Locale.ROOT, sentence, arguments)));
        }
    }

    boolean none() {
        return fields.isEmpty();
    }

    public void throwIfAny() {
        if (!fields.isEmpty()) {
            FieldError first = fields.get(0);
            throw INVALID_CONTENT
                    .because("%s: %s", first.pointer(), first.detail())
                    .at(fields);
        }
    }
}
