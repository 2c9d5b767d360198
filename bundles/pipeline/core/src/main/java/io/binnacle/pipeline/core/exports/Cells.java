package io.binnacle.pipeline.core.exports;

import java.math.BigDecimal;
import java.util.Optional;

/** Values as cells of a table that somebody may open in a spreadsheet. */
final class Cells {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Cells() {}

    /** Numbers stay numbers; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Cells::of).orElse("");
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? harmless(text) : String.valueOf(value);
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
