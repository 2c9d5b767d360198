package io.binnacle.planning.core;

import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanContent.Initiative;
import io.binnacle.planning.api.PlanContent.Kpi;
import io.binnacle.planning.api.PlanContent.Objective;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plan's content must fulfil by itself. */
final class ContentRules {

    static final String CONTENT = "/content";

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,19}");
    private static final int INTEGER_DIGITS = 20;
    private static final int FRACTION_DIGITS = 10;

    private final Faults faults;

    ContentRules(Faults faults) {
        this.faults = faults;
    }

    void check(PlanContent content) {
        faults.text(CONTENT + "/vision", content.vision());
        content.ambition().ifPresent(ambition -> number(CONTENT + "/ambition/amount", ambition.amount()));
        objectives(content.objectives());
        initiatives(content);
    }

    private void objectives(List<Objective> objectives) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < objectives.size(); i++) {
            Objective objective = objectives.get(i);
            String at = CONTENT + "/objectives/" + i;
            key(at, objective.key(), keys);
            faults.text(at + "/statement", objective.statement());
            objective.kpi().ifPresent(kpi -> kpi(at + "/kpi", kpi));
        }
    }

    private void initiatives(PlanContent content) {
        Set<String> objectives =
                content.objectives().stream().map(Objective::key).collect(Collectors.toSet());
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < content.initiatives().size(); i++) {
            Initiative initiative = content.initiatives().get(i);
            String at = CONTENT + "/initiatives/" + i;
            key(at, initiative.key(), keys);
            faults.text(at + "/name", initiative.name());
            initiative.owner().ifPresent(owner -> faults.text(at + "/owner", owner));
            served(at + "/objectives", initiative.objectives(), objectives);
            noneTwice(at + "/objectives", initiative.objectives());
            noneTwice(at + "/opportunities", initiative.opportunities());
        }
    }

    private void key(String at, String key, Set<String> others) {
        if (key == null || !KEY.matcher(key).matches()) {
            faults.add(at + "/key", "INVALID_KEY", "a key is a letter, then up to 19 letters, digits or dashes");
        } else if (!others.add(key)) {
            faults.add(at + "/key", "DUPLICATE_KEY", "the key %s is taken by another one", key);
        }
    }

    private void kpi(String at, Kpi kpi) {
        faults.text(at + "/name", kpi.name());
        faults.text(at + "/unit", kpi.unit());
        boolean complete = number(at + "/baseline", kpi.baseline()) & number(at + "/target", kpi.target());
        kpi.current().ifPresent(current -> number(at + "/current", current));
        if (complete && kpi.target().compareTo(kpi.baseline()) == 0) {
            faults.add(at + "/target", "TARGET_IS_BASELINE", "the target must differ from the baseline");
        }
    }

    /** Wants a number that is short when written out: 1e1000000000 is not. */
    private boolean number(String at, BigDecimal number) {
        if (number == null) {
            faults.add(at, "REQUIRED", "a number is needed here");
            return false;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if ((long) shortest.precision() - shortest.scale() > INTEGER_DIGITS || shortest.scale() > FRACTION_DIGITS) {
            faults.add(
                    at,
                    "NUMBER_TOO_LONG",
                    "a number has up to %d digits before the point and %d after it",
                    INTEGER_DIGITS,
                    FRACTION_DIGITS);
            return false;
        }
        return true;
    }

    private void served(String at, List<String> keys, Set<String> objectives) {
        if (keys.isEmpty()) {
            faults.add(at, "OBJECTIVE_NEEDED", "name at least one objective that this serves");
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!objectives.contains(keys.get(i))) {
                faults.add(at + "/" + i, "UNKNOWN_OBJECTIVE", "the plan has no objective %s", keys.get(i));
            }
        }
    }

    private void noneTwice(String at, List<?> items) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i))) {
                faults.add(at + "/" + i, "NAMED_TWICE", "%s stands here twice", items.get(i));
            }
        }
    }
}
