package io.binnacle.pipeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RateFileTest {

    @Test
    void rates_are_read_by_the_names_of_their_columns() {
        assertThat(
                        RateFile.read(
                                "\uFEFFkind,from,to,rate,date\nspot,EUR,USD, 1.0825,2026-10-01\r\nPLAN,GBP,USD,1.25,2026-01-01\n"))
                .containsExactly(
                        new ExchangeRate(
                                "EUR",
                                "USD",
                                LocalDate.of(2026, 10, 1),
                                new BigDecimal("1.0825"),
                                ExchangeRate.Kind.SPOT),
                        new ExchangeRate(
                                "GBP",
                                "USD",
                                LocalDate.of(2026, 1, 1),
                                new BigDecimal("1.25"),
                                ExchangeRate.Kind.PLAN));
    }

    @Test
    void each_bad_line_is_named_and_none_is_read() {
        String file = """
                from,to,date,rate,kind
                EUR,USD,2026-10-01,1.08,SPOT
                EURO,USD,2026-10-01,1.08,SPOT
                EUR,USD,2026-02-30,1.08,SPOT
                EUR,USD,2026-10-01,"1,08",SPOT
                EUR,EUR,2026-10-01,1.08,SPOT
                EUR,USD,2026-10-01,-1,SPOT
                EUR,USD,2026-10-01,1,GUESS
                """;

        assertThatThrownBy(() -> RateFile.read(file))
                .hasMessageStartingWith("no rate was set: line 3: from must be an ISO 4217 code")
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .extracting(FieldError::pointer)
                        .containsExactly("/lines/3", "/lines/4", "/lines/5", "/lines/6", "/lines/7", "/lines/8"));
    }

    @Test
    void a_column_that_is_missing_is_named() {
        assertThatThrownBy(() -> RateFile.read("from,to,date,rate\nEUR,USD,2026-10-01,1.08\n"))
                .hasMessageContaining("line 2: kind must be PLAN or SPOT and is missing");
    }
}
