package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of every opportunity, wherever it comes from, and how its status may move by hand. */
public final class OpportunityRules {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final Map<OpportunityStatus, Set<OpportunityStatus>> MOVES = Map.of(
            OpportunityStatus.OPEN,
            Set.of(
                    OpportunityStatus.ON_HOLD,
                    OpportunityStatus.WON,
                    OpportunityStatus.LOST,
                    OpportunityStatus.CANCELLED),
            OpportunityStatus.ON_HOLD,
            Set.of(OpportunityStatus.OPEN),
            OpportunityStatus.WON,
            Set.of(),
            OpportunityStatus.LOST,
            Set.of(OpportunityStatus.OPEN),
            OpportunityStatus.CANCELLED,
            Set.of(OpportunityStatus.OPEN));

    private final Opportunity deal;
    private final List<FieldError> broken = new ArrayList<>();

    private OpportunityRules(Opportunity deal) {
        this.deal = deal;
    }

    /** The rules that an opportunity breaks. */
    public static List<FieldError> broken(Opportunity deal) {
        OpportunityRules rules = new OpportunityRules(deal);
        rules.texts();
        rules.amount();
        rules.dates();
        rules.ending();
        return rules.broken;
    }

    /** What stands against a move of the status by hand. */
    static List<FieldError> move(OpportunityStatus from, OpportunityStatus to, boolean reasonGiven) {
        if (from == to) {
            return List.of();
        }
        if (!MOVES.get(from).contains(to)) {
            String detail = "status cannot go from " + from + " to " + to + ", only to " + MOVES.get(from);
            return List.of(new FieldError("/status", "STATUS_MOVE", detail));
        }
        if (from.isClosed() && !reasonGiven) {
            String detail = "say in ?reason= why a deal that was " + from + " is opened again";
            return List.of(new FieldError("/status", "REASON_REQUIRED", detail));
        }
        return List.of();
    }

    private void texts() {
        required("name", deal.name(), 200);
        required("stage", deal.stage(), 200);
        required("pipeline", deal.pipeline(), 100);
        limited("nextStep", deal.nextStep(), 1000);
        limited("reasonClosed", deal.reasonClosed(), 1000);
    }

    private void required(String field, String text, int most) {
        check(!text.isBlank(), field, "MISSING_VALUE", field + " must not be blank");
        limited(field, Optional.of(text), most);
    }

    private void limited(String field, Optional<String> text, int most) {
        check(
                text.map(String::length).orElse(0) <= most,
                field,
                "TOO_LONG",
                field + " may have at most " + most + " characters");
    }

    private void amount() {
        BigDecimal amount = deal.amount().map(Money::amount).orElse(BigDecimal.ZERO);
        check(amount.signum() >= 0, "amount", "NEGATIVE_AMOUNT", "amount must not be less than 0");
        check(AmountRange.contains(amount), "amount", "AMOUNT_OUT_OF_RANGE", AmountRange.EXPLAINED);
    }

    private void dates() {
        date("closeDate", deal.closeDate());
        date("createdOn", Optional.of(deal.createdOn()));
        date("nextActivity", deal.nextActivity());
        if (deal.category().needsCloseDate() || deal.status() == OpportunityStatus.WON) {
            check(
                    deal.closeDate().isPresent(),
                    "closeDate",
                    "MISSING_VALUE",
                    "closeDate is needed for status " + deal.status() + " and category " + deal.category());
        }
    }

    private void date(String field, Optional<LocalDate> date) {
        check(
                date.filter(day -> day.isBefore(EARLIEST) || day.isAfter(LATEST))
                        .isEmpty(),
                field,
                "DATE_OUT_OF_RANGE",
                field + " must lie between " + EARLIEST + " and " + LATEST);
    }

    private void ending() {
        OpportunityStatus status = deal.status();
        check(
                !status.isClosed()
                        || deal.reasonClosed()
                                .filter(reason -> !reason.isBlank())
                                .isPresent(),
                "reasonClosed",
                "MISSING_VALUE",
                "reasonClosed must say why the deal is " + status);
        check(
                (status == OpportunityStatus.WON) == (deal.category() == ForecastCategory.CLOSED),
                "category",
                "CATEGORY_CONFLICT",
                "category CLOSED belongs to status WON and to no other; this is " + status + " and " + deal.category());
        check(
                status != OpportunityStatus.LOST && status != OpportunityStatus.CANCELLED
                        || deal.category() == ForecastCategory.OMITTED,
                "category",
                "CATEGORY_CONFLICT",
                "status " + status + " needs category OMITTED, not " + deal.category());
    }

    private void check(boolean holds, String field, String code, String detail) {
        if (!holds) {
            broken.add(new FieldError("/" + field, code, detail));
        }
    }
}
