package io.binnacle.pipeline.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's place in the virtual team of an account or a deal.
 *
 * @param subject the account or the opportunity
 * @param user by name; empty when {@code node} says who
 * @param node in the sales hierarchy; empty when {@code user} says who
 * @param role in the words of the tenant, such as {@code solution architect}
 * @param allocation the part of the working time in percent, from 0 to 100
 * @param from the first day
 * @param to the last day; empty while no end is known
 */
public record Assignment(
        UUID id,
        Scope scope,
        UUID subject,
        Optional<String> user,
        Optional<UUID> node,
        Unit unit,
        String role,
        BigDecimal allocation,
        LocalDate from,
        Optional<LocalDate> to,
        long version) {

    /** What somebody is assigned to. */
    public enum Scope {
        ACCOUNT,
        OPPORTUNITY
    }

    /** Where somebody is from: account team, specialists, customer success, a partner, the executives. */
    public enum Unit {
        ATU,
        STU,
        CSU,
        PARTNER,
        EXEC
    }

    /** Whether somebody has this place on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !to.filter(day::isAfter).isPresent();
    }

    /** Who it is, in a form that compares. */
    public String member() {
        return user.orElseGet(() -> node.map(UUID::toString).orElse(""));
    }

    /** Whether a day is in both. */
    public boolean overlaps(Assignment other) {
        return !to.filter(other.from::isAfter).isPresent()
                && !other.to.filter(from::isAfter).isPresent();
    }
}
