package io.binnacle.forecasting.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {

    @Test
    void reads_series_after_series_with_what_came_afterwards() {
        List<LongSeries> series = read("""
                series_id,t,part,value
                A,1,train,10
                A,2,train,11.5
                A,3,test,12
                B,1,train,7
                """);

        assertThat(series).extracting(LongSeries::id).containsExactly("A", "B");
        assertThat(series.get(0).values()).containsExactly(10, 11.5);
        assertThat(series.get(0).actual()).containsExactly(12);
        assertThat(series.get(1).values()).containsExactly(7);
        assertThat(series.get(1).actual()).isEmpty();
    }

    @Test
    void takes_columns_by_name_and_rows_of_a_series_in_any_order() {
        List<LongSeries> series = read("""
                value,Series_ID,note,month
                3,A,x,2026-03
                1,A,x,2026-01
                2,A,x,2026-02
                """);

        assertThat(series.get(0).values()).containsExactly(1, 2, 3);
        assertThat(series.get(0).seasonLength()).isEqualTo(12);
    }

    @Test
    void missing_values_stand_on_the_line_between_their_neighbours() {
        List<LongSeries> series = read("""
                series_id,t,value
                A,1,
                A,2,10
                A,3,NA
                A,6,18
                A,7,20
                A,8,NaN
                """);

        assertThat(series.get(0).values()).containsExactly(10, 12, 14, 16, 18, 20);
        assertThat(series.get(0).filled()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-30, 2025-12-31, 2026-01-31, 12",
        "2025-03-31, 2025-06-30, 2025-09-30, 4",
        "2025-12-01, 2025-12-08, 2025-12-15, 52",
        "2025-12-01, 2025-12-02, 2025-12-03, 7",
        "2023-12-31, 2024-12-31, 2025-12-31, 1",
        "2025Q3, 2025-Q4, 2026-Q1, 4",
        "2025-11, 2025-12, 2026-01, 12",
        "8, 9, 10, 0"
    })
    void neighbouring_dates_are_neighbouring_periods(String first, String second, String third, int season) {
        List<LongSeries> series = read("series_id,t,value\nA,%s,1\nA,%s,2\nA,%s,3\n".formatted(first, second, third));

        assertThat(series.get(0).values()).containsExactly(1, 2, 3);
        assertThat(series.get(0).filled()).isZero();
        assertThat(series.get(0).seasonLength()).isEqualTo(season);
    }

    @Test
    void a_series_that_comes_back_is_refused_by_line() {
        assertThatThrownBy(() -> read("series_id,t,value\nA,1,1\nB,1,1\nA,2,1\n"))
                .hasMessage("line 4: series 'A' goes on here after another one; sort the file by series_id");
    }

    @Test
    void a_period_that_comes_twice_is_refused_by_line() {
        assertThatThrownBy(() -> read("series_id,t,value\nA,1,1\nA,2,1\nA,1,5\n"))
                .hasMessage("line 4: series 'A' has a value for 1 already, on line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1e400", "Infinity"})
    void what_is_no_number_is_refused_by_line(String value) {
        assertThatThrownBy(() -> read("series_id,t,value\nA,1,%s\n".formatted(value)))
                .hasMessageStartingWith("line 2: value must be a number")
                .hasMessageEndingWith("'" + value + "'");
    }

    @Test
    void what_is_no_time_is_refused_by_line() {
        assertThatThrownBy(() -> read("series_id,t,value\nA,1,1\nA,soon,1\n"))
                .hasMessage("series 'A', lines 2 to 3: the time 'soon' is not a whole number");
    }

    @Test
    void a_missing_column_is_named() {
        assertThatThrownBy(() -> read("id,t,value\nA,1,1\n")).hasMessageContaining("the column 'series_id' is missing");
    }

    @Test
    void an_empty_file_is_told_what_it_should_have() {
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("the file is empty");
    }

    private static List<LongSeries> read(String text) {
        List<LongSeries> all = new ArrayList<>();
        try (SeriesFile file = new SeriesFile(new StringReader(text))) {
            file.forEachRemaining(all::add);
        }
        return all;
    }
}
