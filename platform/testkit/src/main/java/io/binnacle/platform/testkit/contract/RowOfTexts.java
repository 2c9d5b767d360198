package io.binnacle.platform.testkit.contract;

import io.binnacle.pipeline.api.imports.ImportRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A row of ISO dates, plain numbers, true and false. */
record RowOfTexts(Map<String, String> texts, List<String> errors) implements ImportRow {

    RowOfTexts(Map<String, String> texts) {
        this(texts, new ArrayList<>());
    }

    @Override
    public Optional<String> text(String column) {
        return Optional.ofNullable(texts.get(column)).filter(text -> !text.isBlank());
    }

    @Override
    public Optional<String> required(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            error(column, "MISSING_VALUE", column + " must not be empty");
        }
        return text;
    }

    @Override
    public Optional<BigDecimal> number(String column) {
        return parsed(column, "NOT_A_NUMBER", "write a number", BigDecimal::new);
    }

    @Override
    public Optional<BigDecimal> amount(String column) {
        return number(column);
    }

    @Override
    public Optional<LocalDate> date(String column) {
        return parsed(column, "IMPOSSIBLE_DATE", "write a date", LocalDate::parse);
    }

    @Override
    public Optional<Instant> time(String column) {
        return date(column).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public Optional<Boolean> flag(String column) {
        return text(column).map(Boolean::valueOf);
    }

    @Override
    public <T> Optional<T> parsed(String column, String code, String detail, Function<String, T> parser) {
        try {
            return text(column).map(parser);
        } catch (RuntimeException e) {
            error(column, code, detail);
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> others() {
        return Map.of();
    }

    @Override
    public LocalDate lastDay() {
        return LocalDate.parse("2026-11-02");
    }

    @Override
    public void error(String column, String code, String detail) {
        errors.add(column + " " + code);
    }

    @Override
    public void warning(String column, String code, String detail) {}

    @Override
    public boolean isGood() {
        return errors.isEmpty();
    }
}
