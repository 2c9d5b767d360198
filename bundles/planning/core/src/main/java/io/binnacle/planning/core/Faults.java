package io.binnacle.planning.core;

import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects every fault of a request, so that its sender can mend them all at once. */
final class Faults {

    private final List<FieldError> found = new ArrayList<>();

    void add(String pointer, String code, String detail, Object... arguments) {
        found.add(new FieldError(pointer, code, String.format(Locale.ROOT, detail, arguments)));
    }

    /** Wants a text with something in it that a database can keep. */
    void text(String pointer, String text) {
        if (text == null || text.isBlank()) {
            add(pointer, "REQUIRED", "say something here");
        } else if (text.codePoints().anyMatch(Faults::cannotBeKept)) {
            add(pointer, "UNREADABLE_TEXT", "this holds a NUL or half a character");
        }
    }

    /** As {@link #text}, on one line of at most {@code most} characters. */
    void line(String pointer, String text, int most) {
        text(pointer, text);
        if (text != null && (text.length() > most || text.chars().anyMatch(Character::isISOControl))) {
            add(pointer, "NOT_ONE_LINE", "write one line of up to %d characters", most);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    void refuse(ErrorCode code, String what) {
        if (!found.isEmpty()) {
            FieldError first = found.get(0);
            String others = found.size() == 1 ? "" : String.format(" (and %d more)", found.size() - 1);
            throw code.because("%s: at %s, %s%s", what, first.pointer(), first.detail(), others)
                    .at(found);
        }
    }

    private static boolean cannotBeKept(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
