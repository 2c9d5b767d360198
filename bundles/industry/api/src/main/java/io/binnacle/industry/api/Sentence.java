package io.binnacle.industry.api;

import io.binnacle.industry.api.LeverValue.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence of a lever with its numbers filled in. */
final class Sentence {

    static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z0-9_]*)}");

    private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

    private Sentence() {}

    static String of(Lever lever, Estimate result, List<Input> inputs, Optional<String> currency) {
        Map<String, String> words = new HashMap<>();
        inputs.forEach(input -> words.put(input.variable(), number(input.value())));
        words.put("value", number(result.value()));
        words.put("low", number(result.low()));
        words.put("high", number(result.high()));
        currency.ifPresent(code -> words.put("currency", code));
        return PLACE.matcher(lever.sentence())
                .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), place.group())));
    }

    /** Large numbers without decimals, small ones with up to two. */
    private static String number(BigDecimal number) {
        if (number.abs().compareTo(LARGE) >= 0) {
            return String.format(
                    Locale.ROOT, "%,d", number.setScale(0, RoundingMode.HALF_UP).toBigInteger());
        }
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
