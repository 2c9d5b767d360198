package io.binnacle.pipeline.core.imports;

import java.util.regex.Pattern;

/** Advice on amounts that are written for people. */
final class Amounts {

    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}|[A-Za-z]{3}");
    private static final Pattern COMMA_GROUPS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern POINT_GROUPS = Pattern.compile("-?\\d+(\\.\\d{3})*,\\d+|-?\\d{1,3}(\\.\\d{3}){2,}");

    private Amounts() {}

    /** How to write an amount that is no plain number. */
    static String advice(String text) {
        String bare = CURRENCY.matcher(text).replaceAll("").replaceAll("[\\s'’]", "");
        String plain = plain(bare);
        String example = plain.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? plain : "1234.56";
        return "write " + example + ": digits and a decimal point, without currency sign or thousands separators";
    }

    private static String plain(String bare) {
        if (COMMA_GROUPS.matcher(bare).matches()) {
            return bare.replace(",", "");
        }
        return POINT_GROUPS.matcher(bare).matches() ? bare.replace(".", "").replace(',', '.') : bare;
    }
}
