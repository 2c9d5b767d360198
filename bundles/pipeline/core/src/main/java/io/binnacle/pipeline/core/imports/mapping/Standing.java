package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether a deal is open, won or lost, and how sure it is; what contradicts itself is refused. */
record Standing(OpportunityStatus status, ForecastCategory category) {

    static Standing of(Values values) {
        Optional<OpportunityStatus> flagged = flagged(values);
        Optional<OpportunityStatus> outcome = values.maybe("outcome", OpportunityStatus.class);
        Optional<OpportunityStatus> told = flagged.or(() -> outcome.isPresent()
                ? values.maybe("status", OpportunityStatus.class)
                : values.constant("status", OpportunityStatus.class, "UNKNOWN_STATUS"));
        OpportunityStatus status = told.or(() -> outcome).orElse(OpportunityStatus.OPEN);
        outcome.filter(second -> !agree(second, status)).ifPresent(second -> contradiction(values, second, status));
        return new Standing(status, category(values, status));
    }

    private static Optional<OpportunityStatus> flagged(Values values) {
        Optional<Boolean> closed = values.row().flag("isClosed");
        Optional<Boolean> won = values.row().flag("isWon");
        if (won.orElse(false) && closed.filter(flag -> !flag).isPresent()) {
            values.row().error("isWon", "CONTRADICTION", "a deal that is won is closed, but it is said to be open");
        }
        if (won.orElse(false)) {
            return Optional.of(OpportunityStatus.WON);
        }
        return closed.map(flag -> flag ? OpportunityStatus.LOST : OpportunityStatus.OPEN);
    }

    private static boolean agree(OpportunityStatus a, OpportunityStatus b) {
        return a.isClosed() == b.isClosed() && (a == OpportunityStatus.WON) == (b == OpportunityStatus.WON);
    }

    private static void contradiction(Values values, OpportunityStatus second, OpportunityStatus status) {
        values.row()
                .error(
                        "outcome",
                        "CONTRADICTION",
                        "this says that the deal is " + second + ", another column that it is " + status);
    }

    private static ForecastCategory category(Values values, OpportunityStatus status) {
        Optional<ForecastCategory> given = values.constant("category", ForecastCategory.class, "UNKNOWN_CATEGORY");
        ForecastCategory right =
                switch (status) {
                    case WON -> ForecastCategory.CLOSED;
                    case LOST, CANCELLED -> ForecastCategory.OMITTED;
                    case OPEN, ON_HOLD ->
                        given.filter(category -> category != ForecastCategory.CLOSED)
                                .orElse(ForecastCategory.PIPELINE);
                };
        given.filter(category -> category != right).ifPresent(category -> corrected(values, status, right));
        return right;
    }

    // A chance between never and certain, and a category of open deals: the deal is hardly closed.
    private static void corrected(Values values, OpportunityStatus status, ForecastCategory right) {
        boolean undecided = Chances.of(values)
                .filter(chance -> chance.signum() > 0 && chance.compareTo(BigDecimal.ONE) < 0)
                .isPresent();
        if (status.isClosed() && undecided) {
            values.row()
                    .error(
                            "category",
                            "CONTRADICTION",
                            "category and probability are those of an open deal, but the deal is " + status);
        } else {
            values.row().warning("category", "CORRECTED", "read as " + right + ", since the deal is " + status);
        }
    }
}
