package io.binnacle.platform.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.simulator.DealState.Status;
import io.binnacle.platform.simulator.Seat.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds in every simulated world. */
class SimulatorTest {

    private static final LocalDate END = LocalDate.of(2026, 11, 23);
    private static final World WORLD = Simulator.seeded(7).until(END);
    private static final Map<String, Seat> SEATS =
            WORLD.seats().stream().collect(Collectors.toMap(Seat::id, Function.identity()));

    @Test
    void the_same_seed_and_end_give_the_same_world_to_the_byte() throws Exception {
        byte[] again = Simulator.seeded(7).until(END).toString().getBytes(StandardCharsets.UTF_8);

        assertThat(again).isEqualTo(WORLD.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(again)))
                .as("the digest of the demo data; it changes only when the simulator is meant to change")
                .isEqualTo("6a0504f34d36236e7b8caee2fad5db63d841f6cef4e6067c87a45705128a7d15");
    }

    @Test
    void another_seed_gives_another_world() {
        assertThat(Simulator.seeded(8).until(END).deals()).isNotEqualTo(WORLD.deals());
    }

    @Test
    void sellers_report_to_managers_and_managers_to_regions() {
        Map<Level, Long> levels =
                WORLD.seats().stream().collect(Collectors.groupingBy(Seat::level, Collectors.counting()));

        assertThat(levels)
                .containsEntry(Level.REGION, 2L)
                .containsEntry(Level.MANAGER, 4L)
                .containsEntry(Level.SELLER, 12L);
        assertThat(WORLD.seats()).allSatisfy(seat -> assertThat(
                        seat.parent().map(id -> SEATS.get(id).level().ordinal()))
                .isEqualTo(
                        seat.level() == Level.REGION
                                ? Optional.empty()
                                : Optional.of(seat.level().ordinal() - 1)));
    }

    @Test
    void no_name_is_given_to_two_people() {
        assertThat(WORLD.people()).extracting(Person::name).doesNotHaveDuplicates();
        assertThat(WORLD.people())
                .extracting(Person::name)
                .doesNotContainAnyElementsOf(
                        WORLD.seats().stream().map(Seat::name).toList());
    }

    @Test
    void people_report_to_somebody_named_before_them() {
        Set<String> known = new HashSet<>();

        assertThat(WORLD.people()).allSatisfy(person -> {
            person.reportsTo().ifPresent(above -> assertThat(known).contains(above));
            known.add(person.id());
        });
    }

    @Test
    void states_of_a_deal_follow_each_other_and_end_before_the_end() {
        assertThat(WORLD.deals()).allSatisfy(deal -> {
            assertThat(deal.states()).extracting(DealState::at).isSorted().doesNotHaveDuplicates();
            assertThat(deal.latest().at())
                    .isBefore(END.atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(deal.states().get(0).at().atZone(ZoneOffset.UTC).toLocalDate())
                    .isEqualTo(deal.latest().createdOn());
        });
    }

    @Test
    void only_closed_deals_have_a_reason_and_every_closed_deal_has_one() {
        assertThat(states()).allSatisfy(state -> {
            boolean closed = state.status() != Status.OPEN;
            assertThat(state.reasonClosed().isPresent()).isEqualTo(closed);
            assertThat(state.stage() == DealState.Stage.CLOSED).isEqualTo(closed);
            assertThat(state.confidence() == DealState.Confidence.CLOSED).isEqualTo(state.status() == Status.WON);
        });
    }

    @Test
    void no_amount_is_negative_and_every_won_deal_has_one() {
        assertThat(states())
                .allSatisfy(state -> assertThat(state.amount().orElse(0L)).isNotNegative());
        assertThat(states()).filteredOn(state -> state.status() == Status.WON).allSatisfy(state -> assertThat(
                        state.amount())
                .hasValueSatisfying(amount -> assertThat(amount).isPositive()));
    }

    @Test
    void deals_name_sellers_customers_and_services_that_exist() {
        List<String> customers = WORLD.customers().stream().map(Customer::id).toList();
        List<String> services = WORLD.services().stream().map(CloudService::id).toList();

        assertThat(states()).allSatisfy(state -> {
            assertThat(SEATS.get(state.owner()).level()).isEqualTo(Level.SELLER);
            assertThat(customers).contains(state.customer());
            assertThat(services).contains(state.service());
        });
        assertThat(WORLD.deals()).extracting(Deal::id).doesNotHaveDuplicates();
    }

    @Test
    void a_quota_is_the_sum_of_the_quotas_below_it() {
        Map<String, Long> amounts = WORLD.quotas().stream()
                .collect(Collectors.toMap(quota -> quota.seat() + quota.firstMonth(), Quota::amount));

        assertThat(WORLD.quotas())
                .filteredOn(quota -> SEATS.get(quota.seat()).level() != Level.SELLER)
                .allSatisfy(quota -> assertThat(WORLD.seats().stream()
                                .filter(seat -> seat.parent().equals(Optional.of(quota.seat())))
                                .mapToLong(seat -> amounts.get(seat.id() + quota.firstMonth()))
                                .sum())
                        .isEqualTo(quota.amount())
                        .isPositive());
    }

    @Test
    void only_the_latest_month_of_usage_is_not_settled() {
        assertThat(WORLD.usage()).allSatisfy(usage -> {
            assertThat(usage.amount()).isPositive();
            assertThat(usage.month()).isBetween(YearMonth.of(2023, 11), YearMonth.of(2026, 10));
            assertThat(usage.settled()).isEqualTo(usage.month().isBefore(YearMonth.of(2026, 10)));
        });
    }

    @Test
    void plans_link_initiatives_to_their_objectives_and_to_deals_of_the_account() {
        Map<String, Deal> deals = WORLD.deals().stream().collect(Collectors.toMap(Deal::id, Function.identity()));

        assertThat(WORLD.plans()).hasSize(12).allSatisfy(plan -> {
            assertThat(plan.objectives()).hasSize(3).allSatisfy(objective -> assertThat(
                            objective.kpi().target())
                    .isNotEqualByComparingTo(objective.kpi().baseline()));
            assertThat(plan.initiatives()).allSatisfy(initiative -> {
                assertThat(initiative.objectives())
                        .isSubsetOf(plan.objectives().stream()
                                .map(AccountPlan.Objective::key)
                                .toList());
                assertThat(initiative.deals())
                        .allSatisfy(deal ->
                                assertThat(deals.get(deal).latest().customer()).startsWith(plan.customer()));
            });
        });
    }

    private static List<DealState> states() {
        return WORLD.deals().stream().flatMap(deal -> deal.states().stream()).toList();
    }
}
