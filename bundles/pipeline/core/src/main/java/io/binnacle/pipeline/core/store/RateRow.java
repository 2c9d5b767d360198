package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.ExchangeRate;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A rate as it is kept. */
public record RateRow(
        UUID id, String from, String to, LocalDate date, BigDecimal rate, ExchangeRate.Kind kind, long version) {

    /** A rate that is about to be kept. */
    public static RateRow of(UUID id, ExchangeRate rate, long version) {
        return new RateRow(id, rate.from(), rate.to(), rate.date(), rate.rate(), rate.kind(), version);
    }

    static RateRow of(Cells cells) throws SQLException {
        return new RateRow(
                cells.id("id"),
                cells.text("from_currency"),
                cells.text("to_currency"),
                cells.maybeDate("day").orElseThrow(),
                cells.row().getBigDecimal("rate"),
                ExchangeRate.Kind.valueOf(cells.text("kind")),
                cells.number("version"));
    }

    /** The rate itself. */
    public ExchangeRate value() {
        return new ExchangeRate(from, to, date, rate, kind);
    }

    /** What there is but one rate for. */
    public List<Object> key() {
        return List.of(from, to, kind, date);
    }
}
