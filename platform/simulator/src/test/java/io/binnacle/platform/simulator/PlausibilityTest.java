package io.binnacle.platform.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.simulator.DealState.Status;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who knows strategic sales would expect; the bounds are set by hand. */
class PlausibilityTest {

    private static final LocalDate END = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void there_are_hundreds_of_deals_with_a_handful_of_changes_each(long seed) {
        World world = Simulator.seeded(seed).until(END);
        double changes = world.deals().stream()
                .mapToInt(deal -> deal.states().size())
                .average()
                .orElseThrow();

        assertThat(world.deals()).hasSizeBetween(600, 900);
        assertThat(changes).isBetween(6.0, 14.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void about_three_of_ten_decided_deals_are_won(long seed) {
        List<Status> decided = latest(seed)
                .map(DealState::status)
                .filter(status -> status != Status.OPEN)
                .toList();

        assertThat((double) decided.stream().filter(Status.WON::equals).count() / decided.size())
                .isBetween(0.25, 0.38);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void more_than_half_of_the_won_amount_falls_into_the_last_months_of_quarters(long seed) {
        Map<Boolean, Long> won = latest(seed)
                .filter(deal -> deal.status() == Status.WON)
                .collect(Collectors.partitioningBy(
                        deal -> deal.closeDate().getMonthValue() % 3 == 0,
                        Collectors.summingLong(deal -> deal.amount().orElseThrow())));

        assertThat((double) won.get(true) / (won.get(true) + won.get(false))).isBetween(0.45, 0.78);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void every_year_ends_strong_and_begins_weak_so_that_a_model_can_see_the_season(long seed) {
        Map<YearMonth, Long> months = latest(seed)
                .filter(deal -> deal.status() == Status.WON)
                .collect(Collectors.groupingBy(
                        deal -> YearMonth.from(deal.closeDate()),
                        Collectors.summingLong(deal -> deal.amount().orElseThrow())));

        for (int year = 2023; year <= 2025; year++) {
            long december = months.get(YearMonth.of(year, 12));
            long weeksAfter = months.getOrDefault(YearMonth.of(year + 1, 1), 0L)
                    + months.getOrDefault(YearMonth.of(year + 1, 2), 0L);
            assertThat(december).isGreaterThan(3 * weeksAfter / 2).isGreaterThan(2_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void amounts_are_skewed_as_a_log_normal_is(long seed) {
        List<Long> amounts =
                latest(seed).flatMap(deal -> deal.amount().stream()).sorted().toList();
        double median = amounts.get(amounts.size() / 2);
        double mean = amounts.stream().mapToLong(Long::longValue).average().orElseThrow();

        assertThat(mean / median).isBetween(1.1, 1.6);
        assertThat(median).isBetween(150_000.0, 450_000.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void the_open_pipeline_has_work_for_the_insight_rules(long seed) {
        List<DealState> open =
                latest(seed).filter(deal -> deal.status() == Status.OPEN).toList();

        assertThat(open).hasSizeBetween(100, 230);
        assertThat(open.stream().filter(deal -> deal.closeDate().isBefore(END)).count())
                .isBetween(3L, 45L);
        assertThat(open.stream().filter(deal -> deal.nextActivity().isEmpty()).count())
                .isBetween(2L, 30L);
        assertThat(open.stream().filter(deal -> !deal.closeDate().isBefore(END)).count())
                .isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void close_dates_are_pushed_more_often_than_pulled_in_and_some_deals_change_hands(long seed) {
        World world = Simulator.seeded(seed).until(END);
        long pushed = steps(world)
                .filter(step -> step.get(1).closeDate().isAfter(step.get(0).closeDate()))
                .count();
        long pulled = steps(world)
                .filter(step -> step.get(1).status() == Status.OPEN)
                .filter(step -> step.get(1).closeDate().isBefore(step.get(0).closeDate()))
                .count();
        long handed = steps(world)
                .filter(step -> !step.get(1).owner().equals(step.get(0).owner()))
                .count();
        long reopened = steps(world)
                .filter(step ->
                        step.get(0).status() == Status.LOST && step.get(1).status() == Status.OPEN)
                .count();

        assertThat(pushed).isGreaterThan(3 * pulled);
        assertThat(pulled).isGreaterThan(20);
        assertThat(handed).isBetween(20L, 120L);
        assertThat(reopened).isBetween(5L, 60L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42})
    void usage_grows_over_the_three_years(long seed) {
        Map<YearMonth, Long> months = Simulator.seeded(seed).until(END).usage().stream()
                .collect(Collectors.groupingBy(Usage::month, Collectors.summingLong(Usage::amount)));

        assertThat(months.get(YearMonth.of(2026, 10)))
                .isBetween(months.get(YearMonth.of(2023, 11)) * 12 / 10, months.get(YearMonth.of(2023, 11)) * 3);
    }

    private static Stream<DealState> latest(long seed) {
        return Simulator.seeded(seed).until(END).deals().stream().map(Deal::latest);
    }

    /** Each change of each deal, as the state before and the state after. */
    private static Stream<List<DealState>> steps(World world) {
        return world.deals().stream()
                .flatMap(deal -> Stream.iterate(1, i -> i < deal.states().size(), i -> i + 1)
                        .map(i -> deal.states().subList(i - 1, i + 1)));
    }
}
