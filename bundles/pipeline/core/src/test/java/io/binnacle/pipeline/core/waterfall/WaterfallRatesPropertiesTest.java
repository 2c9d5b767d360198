package io.binnacle.pipeline.core.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Converted;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.Waterfall.Node;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallFlow.Link;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every waterfall over three currencies whose rates change every day. */
class WaterfallRatesPropertiesTest {

    private static final int LOGS = 10_000;
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP");

    @Property(tries = LOGS)
    void it_adds_up_to_the_cent_at_every_node(@ForAll long seed, @ForAll RatePolicy policy, @ForAll Mode mode) {
        Node top = report(log(seed), Optional.empty(), 20, 60, mode, valuation(seed, policy), new Links());

        assertThat(Proof.of(top).violations()).isEmpty();
    }

    @Property(tries = LOGS)
    void every_node_has_what_the_definition_gives_it(@ForAll long seed, @ForAll RatePolicy policy) {
        Log log = log(seed);
        Definition.Worth worth = (amount, stand, at) -> {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            return converted(
                    amount,
                    switch (policy) {
                        case PLAN -> Log.PERIOD.first();
                        case SPOT -> day;
                        case TRANSACTION_DATE -> stand.closeDate().orElse(day);
                    },
                    seed);
        };
        for (UUID node : Log.NODES) {
            Definition definition = new Definition(
                    log.structureAt(Log.FROM).within(node),
                    log.structureAt(Log.TO).within(node),
                    worth);

            Node found = report(log, Optional.of(node), 20, 60, Mode.ENDPOINT, valuation(seed, policy), new Links());

            assertThat(amounts(found)).isEqualTo(definition.of(log, Log.FROM, Log.TO));
        }
    }

    @Property(tries = LOGS)
    void at_constant_currency_rates_have_no_effect(@ForAll long seed, @ForAll Mode mode) {
        Node top = report(log(seed), Optional.empty(), 20, 60, mode, valuation(seed, RatePolicy.PLAN), new Links());

        assertThat(amounts(top)).doesNotContainKey("fx");
    }

    @Property(tries = 1_000)
    void a_path_is_the_sum_of_its_days(@ForAll long seed, @ForAll RatePolicy policy) {
        Log log = log(seed);
        Map<String, BigDecimal> days = new TreeMap<>();
        for (int day = 20; day < 60; day++) {
            flows(report(log, Optional.empty(), day, day + 1, Mode.ENDPOINT, valuation(seed, policy), new Links()))
                    .forEach((bucket, amount) -> days.merge(bucket, amount, BigDecimal::add));
        }
        days.values().removeIf(amount -> amount.signum() == 0);

        Node path = report(log, Optional.empty(), 20, 60, Mode.PATH, valuation(seed, policy), new Links());

        assertThat(flows(path)).isEqualTo(days);
    }

    @Property(tries = LOGS)
    void links_add_up_to_the_buckets_and_rates_flow_both_ways(@ForAll long seed, @ForAll Mode mode) {
        Links links = new Links();
        Node top = report(log(seed), Optional.empty(), 20, 60, mode, valuation(seed, RatePolicy.SPOT), links);

        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Link link : links.links("EUR")) {
            sums.merge(link.source().key(), link.amount().amount(), BigDecimal::add);
            BigDecimal in = link.amount().amount();
            sums.merge(link.target().key(), link.target() == WaterfallBucket.FX ? in.negate() : in, BigDecimal::add);
        }
        sums.values().removeIf(amount -> amount.signum() == 0);
        assertThat(sums).isEqualTo(amounts(top));
    }

    private static Log log(long seed) {
        return Log.of(seed, CURRENCIES);
    }

    private static Node report(
            Log log, Optional<UUID> node, int from, int to, Mode mode, Valuation valuation, Links links) {
        return log.report(node, Log.day(from), Log.day(to), mode, valuation, links);
    }

    private static Valuation valuation(long seed, RatePolicy policy) {
        return new ByRates(
                (amount, to, by, on) -> new Converted(new Money(converted(amount, on, seed), to), Optional.empty()),
                new ByRates.Terms(policy, "EUR", "EUR", Log.PERIOD.first(), ZoneOffset.UTC));
    }

    private static BigDecimal converted(Money amount, LocalDate on, long seed) {
        if (amount.currency().equals("EUR")) {
            return amount.amount();
        }
        Random random =
                new Random(seed + on.toEpochDay() * 31 + amount.currency().hashCode());
        BigDecimal rate = BigDecimal.valueOf(8_000 + random.nextInt(4_000), 4);
        return amount.amount().multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static Map<String, BigDecimal> flows(Node node) {
        Map<String, BigDecimal> flows = amounts(node);
        flows.keySet().removeAll(List.of("opening", "closing"));
        return flows;
    }

    private static Map<String, BigDecimal> amounts(Node node) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        node.buckets()
                .forEach((bucket, part) ->
                        amounts.put(bucket.key(), part.amount().amount()));
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }
}
