package io.binnacle.pipeline.core.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The cells of one row, without nulls. */
record Cells(ResultSet row) {

    UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    Optional<UUID> maybeId(String column) throws SQLException {
        return Optional.ofNullable(id(column));
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(text(column));
    }

    Optional<LocalDate> maybeDate(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    Optional<BigDecimal> maybeDecimal(String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<Money> money(String amount, String currency) throws SQLException {
        BigDecimal value = row.getBigDecimal(amount);
        return value == null ? Optional.empty() : Optional.of(new Money(value, text(currency)));
    }

    Map<String, String> texts(String column) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        Json.read(text(column), ObjectNode.class)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }

    List<ExternalRef> refs() throws SQLException {
        Array array = row.getArray("refs");
        List<ExternalRef> refs = new ArrayList<>();
        for (Object ref : (Object[]) array.getArray()) {
            String[] parts = (String[]) ref;
            refs.add(new ExternalRef(parts[0], parts[1], parts[2]));
        }
        return refs;
    }
}
