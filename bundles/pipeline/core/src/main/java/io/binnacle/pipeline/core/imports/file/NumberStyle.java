package io.binnacle.pipeline.core.imports.file;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands before the decimals of a number; the other mark may part the thousands. */
public enum NumberStyle {
    POINT("-?\\d{1,15}(\\.\\d{1,6})?|-?\\d{1,3}(,\\d{3}){1,4}(\\.\\d{1,6})?"),
    COMMA("-?\\d{1,15}(,\\d{1,6})?|-?\\d{1,3}(\\.\\d{3}){1,4}(,\\d{1,6})?");

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern SIGNS =
            Pattern.compile("^[A-Z]{3}(?=[\\s-\\d])|(?<=[\\s\\d])[A-Z]{3}$|[\\p{Sc}\\s'’%]");

    private final Pattern form;

    NumberStyle(String form) {
        this.form = Pattern.compile(form);
    }

    /** Its name in a request, such as {@code comma}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number, without the currency or percent sign beside it; empty when the text is none in this style. */
    Optional<BigDecimal> parse(String text) {
        if (this == POINT && PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        String bare = bare(text);
        return form.matcher(bare).matches() ? Optional.of(new BigDecimal(plain(bare))) : Optional.empty();
    }

    private String plain(String bare) {
        return this == POINT ? bare.replace(",", "") : bare.replace(".", "").replace(',', '.');
    }

    // (1,234.00) is how accountants write a negative number.
    private static String bare(String text) {
        String bare = SIGNS.matcher(text).replaceAll("");
        return bare.startsWith("(") && bare.endsWith(")") ? "-" + bare.substring(1, bare.length() - 1) : bare;
    }
}
