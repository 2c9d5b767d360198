package io.binnacle.pipeline.core.credit;

import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.platform.api.error.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What holds of every split. */
public final class SplitRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private SplitRules() {}

    /** Shares out of their range, and those who have two. */
    public static List<FieldError> broken(String field, List<CreditShare> shares) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < shares.size(); i++) {
            String pointer = "/" + field + "/" + i;
            BigDecimal percent = shares.get(i).percent();
            if (percent.signum() <= 0
                    || percent.compareTo(WHOLE) > 0
                    || percent.stripTrailingZeros().scale() > DECIMALS) {
                errors.add(new FieldError(
                        pointer + "/percent",
                        "OUT_OF_RANGE",
                        "a share is above 0, at most 100 and of at most four decimals, not " + percent));
            }
            if (!seen.add(shares.get(i).node())) {
                errors.add(new FieldError(
                        pointer + "/node",
                        "TWICE",
                        shares.get(i).node() + " has two shares of " + field + "; make them one"));
            }
        }
        return errors;
    }

    /** Revenue is shared wholly or not at all. */
    public static List<FieldError> total(List<CreditShare> revenue) {
        BigDecimal sum = revenue.stream().map(CreditShare::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = revenue.isEmpty() || sum.compareTo(WHOLE) == 0;
        return whole
                ? List.of()
                : List.of(new FieldError(
                        "/revenue",
                        "NOT_100",
                        "revenue shares sum to " + sum.toPlainString() + ", not to exactly 100"));
    }
}
