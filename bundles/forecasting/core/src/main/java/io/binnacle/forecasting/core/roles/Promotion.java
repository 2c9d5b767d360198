package io.binnacle.forecasting.core.roles;

import static io.binnacle.forecasting.api.ForecastError.NOT_PROMOTED;
import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.roles.LiveScores.Comparison;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a challenger champion, when it keeps its promises and the rule that was registered before says so. */
final class Promotion {

    /** The roles after it, and the numbers it stands on. */
    record Outcome(Roles roles, Comparison comparison) {}

    private final JournaledRoles roles;
    private final ModelTrial trial;
    private final LiveScores scores;

    Promotion(JournaledRoles roles, Forecasts forecasts, Database database) {
        this.roles = roles;
        this.trial = new ModelTrial(forecasts);
        this.scores = new LiveScores(database);
    }

    /** @throws PlatformException NOT_PROMOTED with the numbers, MODEL_REFUSED, MODEL_NOT_FOUND, STALE_VERSION */
    Outcome promote(ForecastScope scope, long expected, Principal by, String cause) {
        Roles present = roles.get(scope, AsOf.LATEST);
        if (present.version() != expected) {
            throw STALE_VERSION.because(
                    "the roles of %s are at version %d by now, not %d: read them again and repeat your change",
                    scope, present.version(), expected);
        }
        PromotionRule rule = present.rule()
                .orElseThrow(() -> NOT_PROMOTED.because(
                        "no promotion rule is registered for %s; register one, then let both forecast", scope));
        Alias challenger = present.challenger().orElseThrow(() -> NOT_PROMOTED.because("%s has no challenger", scope));
        Alias passed = trial.passed(challenger.model());
        Comparison comparison = scores.compare(present, passed);
        objection(rule, comparison).ifPresent(why -> {
            throw NOT_PROMOTED.because("%s does not become champion of %s: %s", challenger.model(), scope, why);
        });
        Roles changed = roles.change(
                scope,
                OptionalLong.of(expected),
                now -> now.beside(Optional.of(passed), now.shadow()).promoted(),
                by,
                cause);
        return new Outcome(changed, comparison);
    }

    private static Optional<String> objection(PromotionRule rule, Comparison comparison) {
        return tooFew(rule, comparison).or(() -> notBetter(rule, comparison)).or(() -> badlyCovered(rule, comparison));
    }

    private static Optional<String> tooFew(PromotionRule rule, Comparison comparison) {
        int periods = comparison.score().periods();
        return periods >= rule.leastPeriods()
                ? Optional.empty()
                : said("%d months are scored for both, and the rule needs %d", periods, rule.leastPeriods());
    }

    private static Optional<String> notBetter(PromotionRule rule, Comparison comparison) {
        Optional<Double> its = comparison.score().by(rule.measure());
        Optional<Double> champions = comparison.champion().by(rule.measure());
        if (its.isEmpty() || champions.isEmpty()) {
            return said("there is no %s of series that never changed", rule.measure());
        }
        return its.get() <= rule.mostRatio() * champions.get()
                ? Optional.empty()
                : said(
                        "its %s over %d months is %.4f, and the champion's %.4f; the rule asks for %.2f of that or less",
                        rule.measure(), comparison.score().periods(), its.get(), champions.get(), rule.mostRatio());
    }

    private static Optional<String> badlyCovered(PromotionRule rule, Comparison comparison) {
        Optional<Double> coverage = comparison.score().coverage();
        if (coverage.isEmpty()) {
            return said("it was never asked for intervals at %.0f %%", 100 * rule.level());
        }
        double share = coverage.get();
        return rule.leastCoverage() <= share && share <= rule.mostCoverage()
                ? Optional.empty()
                : said(
                        "its %.0f %% intervals hold %.1f %% of what came; the rule asks for %.1f to %.1f %%",
                        100 * rule.level(), 100 * share, 100 * rule.leastCoverage(), 100 * rule.mostCoverage());
    }

    private static Optional<String> said(String sentence, Object... numbers) {
        return Optional.of(String.format(Locale.ROOT, sentence, numbers));
    }
}
