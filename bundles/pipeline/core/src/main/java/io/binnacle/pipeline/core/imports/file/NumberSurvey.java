package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.core.imports.file.Survey.Ambiguity;
import java.math.BigDecimal;
import java.util.Optional;

/** Finds out whether a point or a comma stands before the decimals. */
public final class NumberSurvey {

    /**
     * @param style how numbers are written
     * @param ambiguity when both styles fit equally well and mean different numbers
     */
    public record Result(NumberStyle style, Optional<Ambiguity> ambiguity) {}

    private long points;
    private long commas;
    private Optional<Ambiguity> twofold = Optional.empty();

    void add(long line, String text) {
        if (text.isEmpty() || isDigits(text)) {
            return;
        }
        Optional<BigDecimal> point = NumberStyle.POINT.parse(text);
        Optional<BigDecimal> comma = NumberStyle.COMMA.parse(text);
        points += point.isPresent() ? 1 : 0;
        commas += comma.isPresent() ? 1 : 0;
        if (twofold.isEmpty() && point.isPresent() && comma.isPresent() && !point.equals(comma)) {
            twofold = Optional.of(new Ambiguity(
                    line,
                    text,
                    "decimal",
                    "is it %s or %s? Nothing in the file tells; say decimal=point or decimal=comma"
                            .formatted(point.get().toPlainString(), comma.get().toPlainString())));
        }
    }

    Result result(Optional<NumberStyle> choice) {
        NumberStyle found = commas > points ? NumberStyle.COMMA : NumberStyle.POINT;
        return choice.map(style -> new Result(style, Optional.empty()))
                .orElseGet(() -> new Result(found, points == commas ? twofold : Optional.empty()));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
