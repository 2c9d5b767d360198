package io.binnacle.platform.cli;

import java.math.BigDecimal;
import java.util.Locale;

/** Texts for a terminal. What came out of files and databases must not steer it. */
final class Plain {

    private Plain() {}

    static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** {@code 1 error}, {@code 2 errors}. */
    static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }
}
