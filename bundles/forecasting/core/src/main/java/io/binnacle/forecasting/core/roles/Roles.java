package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.api.ForecastScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who plays which role in forecasting a scope.
 *
 * @param challenger runs beside the champion, to be promoted
 * @param shadow runs beside the champion, to be watched
 * @param former champions of before, the last first
 * @param rule by which the challenger may be promoted
 * @param ruleSince when the rule was registered; forecasts from before do not count for it
 * @param withdrawal of the last champion that lost its place by itself, until another is chosen
 * @param version of the entity in the journal; 0 for one that nobody has written
 */
public record Roles(
        ForecastScope scope,
        Optional<Alias> champion,
        Optional<Alias> challenger,
        Optional<Alias> shadow,
        List<Alias> former,
        Optional<PromotionRule> rule,
        Optional<Instant> ruleSince,
        Optional<Withdrawal> withdrawal,
        long version) {

    private static final int FORMER_KEPT = 10;

    public Roles {
        former = List.copyOf(former);
    }

    /** The roles of a scope for which nobody chose anything. */
    static Roles none(ForecastScope scope) {
        Optional<Alias> nobody = Optional.empty();
        return new Roles(
                scope, nobody, nobody, nobody, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** The champion and those who were, in the order in which they are tried. */
    List<Alias> succession() {
        return Stream.concat(champion.stream(), former.stream()).toList();
    }

    /** Those who run beside the champion. */
    List<Alias> beside() {
        return Stream.concat(challenger.stream(), shadow.stream()).distinct().toList();
    }

    /** Another champion; the one before becomes the last of the former ones. */
    Roles ledBy(Optional<Alias> next) {
        List<Alias> before = next.equals(champion) ? former : former(next);
        return new Roles(scope, next, challenger, shadow, before, rule, ruleSince, Optional.empty(), version);
    }

    private List<Alias> former(Optional<Alias> next) {
        return succession().stream()
                .filter(alias -> !Optional.of(alias).equals(next))
                .distinct()
                .limit(FORMER_KEPT)
                .toList();
    }

    /** The challenger as champion, its place empty. */
    Roles promoted() {
        return ledBy(challenger).beside(Optional.empty(), shadow);
    }

    /** The last former champion again, or none; he who leaves is not tried again. */
    Roles rolledBack() {
        List<Alias> rest = former.isEmpty() ? former : former.subList(1, former.size());
        Optional<Alias> next = former.stream().findFirst();
        return new Roles(scope, next, challenger, shadow, rest, rule, ruleSince, Optional.empty(), version);
    }

    /** Rolled back because the champion did badly. */
    Roles withdrawn(Withdrawal reason) {
        Roles before = rolledBack();
        return new Roles(
                scope,
                before.champion,
                challenger,
                shadow,
                before.former,
                rule,
                ruleSince,
                Optional.of(reason),
                version);
    }

    Roles beside(Optional<Alias> nextChallenger, Optional<Alias> nextShadow) {
        return new Roles(scope, champion, nextChallenger, nextShadow, former, rule, ruleSince, withdrawal, version);
    }

    /** With a rule; one that differs counts from {@code now}. */
    Roles under(Optional<PromotionRule> next, Instant now) {
        return Objects.equals(next, rule)
                ? this
                : new Roles(
                        scope, champion, challenger, shadow, former, next, next.map(any -> now), withdrawal, version);
    }

    Roles at(long seq) {
        return new Roles(scope, champion, challenger, shadow, former, rule, ruleSince, withdrawal, seq);
    }
}
