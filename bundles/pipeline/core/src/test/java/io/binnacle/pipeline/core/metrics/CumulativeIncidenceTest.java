package io.binnacle.pipeline.core.metrics;

import static io.binnacle.pipeline.core.metrics.Spell.End.LOST;
import static io.binnacle.pipeline.core.metrics.Spell.End.OPEN;
import static io.binnacle.pipeline.core.metrics.Spell.End.REACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.pipeline.api.metrics.Conversion.Estimate;
import io.binnacle.pipeline.api.metrics.Conversion.Point;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CumulativeIncidenceTest {

    /** Weeks in remission under 6-MP, Freireich et al. (1963), as in Kleinbaum and Klein, Survival Analysis. */
    private static final long[] RELAPSED = {6, 6, 6, 7, 10, 13, 16, 22, 23};

    private static final long[] STILL_WELL = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    @ParameterizedTest
    @CsvSource({
        "6, 21, .8571, .0764",
        "7, 17, .8067, .0869",
        "10, 15, .7529, .0963",
        "13, 12, .6902, .1068",
        "16, 11, .6275, .1141",
        "22, 7, .5378, .1282",
        "23, 6, .4482, .1346"
    })
    void estimates_the_leukaemia_data_as_they_are_published(long week, int atRisk, double remaining, double error) {
        Estimate estimate = CumulativeIncidence.of(leukaemia());

        Point point = estimate.curve().stream()
                .filter(one -> one.day() == week)
                .findFirst()
                .orElseThrow();
        assertThat(point.atRisk()).isEqualTo(atRisk);
        assertThat(point.remaining()).isCloseTo(remaining, within(5e-5));
        assertThat(point.remainingError()).isCloseTo(error, within(5e-5));
    }

    @Test
    void is_one_less_kaplan_meier_with_greenwoods_error_when_nobody_is_lost() {
        Estimate estimate = CumulativeIncidence.of(leukaemia());

        assertThat(estimate.curve()).allSatisfy(point -> {
            assertThat(point.reachedShare()).isCloseTo(1 - point.remaining(), within(1e-12));
            assertThat(point.reachedError()).isCloseTo(point.remainingError(), within(1e-12));
        });
        // R: survfit(Surv(time, relapse) ~ 1, conf.type = "log-log") gives 0.188 to 0.680 at 23 weeks.
        assertThat(1 - estimate.high().orElseThrow()).isCloseTo(.188, within(5e-4));
        assertThat(1 - estimate.low().orElseThrow()).isCloseTo(.680, within(5e-4));
    }

    @Test
    void those_still_open_count_while_they_were_seen() {
        // By hand: day 1, one of 4 goes on: 1/4. Day 2, one is lost of 3. Day 3, one is open. Day 4, the last goes on:
        // 1/4 + (3/4 · 2/3) · 1/1 = 3/4.
        Estimate estimate = CumulativeIncidence.of(
                List.of(new Spell(1, REACHED), new Spell(2, LOST), new Spell(3, OPEN), new Spell(4, REACHED)));

        assertThat(estimate.value()).isCloseTo(.75, within(1e-12));
        assertThat(estimate.curve()).extracting(Point::atRisk).containsExactly(4, 3, 1);
    }

    @Test
    void nobody_converts_where_nobody_has_left_yet() {
        assertThat(CumulativeIncidence.of(List.of(new Spell(3, OPEN))).value()).isZero();
        assertThat(CumulativeIncidence.of(List.of()).curve()).isEmpty();
    }

    @Property
    void is_the_plain_share_with_its_binomial_error_when_none_is_open(@ForAll("resolved") List<Spell> spells) {
        double n = spells.size();
        double share = spells.stream().filter(spell -> spell.end() == REACHED).count() / n;

        Estimate estimate = CumulativeIncidence.of(spells);

        assertThat(estimate.value()).isCloseTo(share, within(1e-9));
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(share * (1 - share) / n), within(1e-6));
    }

    @Property
    void lies_between_what_is_certain_and_what_is_possible(@ForAll("any") List<Spell> spells) {
        double n = spells.size();
        double reached = spells.stream().filter(spell -> spell.end() == REACHED).count() / n;
        double lost = spells.stream().filter(spell -> spell.end() == LOST).count() / n;

        assertThat(CumulativeIncidence.of(spells).value()).isBetween(reached - 1e-9, 1 - lost + 1e-9);
    }

    @Provide
    Arbitrary<List<Spell>> resolved() {
        return spells(REACHED, LOST);
    }

    @Provide
    Arbitrary<List<Spell>> any() {
        return spells(REACHED, LOST, OPEN);
    }

    private static Arbitrary<List<Spell>> spells(Spell.End... ends) {
        return Combinators.combine(Arbitraries.longs().between(0, 40), Arbitraries.of(ends))
                .as(Spell::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static List<Spell> leukaemia() {
        List<Spell> spells = new ArrayList<>();
        for (long week : RELAPSED) {
            spells.add(new Spell(week, REACHED));
        }
        for (long week : STILL_WELL) {
            spells.add(new Spell(week, OPEN));
        }
        return spells;
    }
}
