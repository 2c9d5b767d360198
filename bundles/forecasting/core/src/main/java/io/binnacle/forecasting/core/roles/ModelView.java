package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.ModelStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model, how it does and what it does.
 *
 * @param state DEGRADED, too, while it has lost a champion's place by itself
 * @param roles what it is now
 */
record ModelView(
        String id,
        String version,
        String bundle,
        ModelStatus.State state,
        Optional<String> problem,
        Optional<Instant> since,
        List<Held> roles) {

    /** One role in one scope. */
    record Held(ForecastScope scope, String role) {}

    static ModelView of(ModelStatus status, List<Roles> all) {
        Optional<Withdrawal> lost = all.stream()
                .flatMap(roles -> roles.withdrawal().stream())
                .filter(withdrawal -> withdrawal.champion().id().equals(status.id()))
                .findFirst();
        return new ModelView(
                status.id(),
                status.version(),
                status.bundle(),
                lost.isPresent() ? ModelStatus.State.DEGRADED : status.state(),
                status.problem().or(() -> lost.map(Withdrawal::why)),
                status.since().or(() -> lost.map(Withdrawal::at)),
                all.stream().flatMap(roles -> held(roles, status.id())).toList());
    }

    private static Stream<Held> held(Roles roles, String id) {
        return Stream.of(
                        held(roles, "CHAMPION", roles.champion(), id),
                        held(roles, "CHALLENGER", roles.challenger(), id),
                        held(roles, "SHADOW", roles.shadow(), id))
                .flatMap(Optional::stream);
    }

    private static Optional<Held> held(Roles roles, String role, Optional<Alias> alias, String id) {
        return alias.filter(present -> Objects.equals(present.id(), id)).map(any -> new Held(roles.scope(), role));
    }
}
