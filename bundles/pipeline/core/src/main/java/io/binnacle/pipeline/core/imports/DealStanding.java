package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One state of a deal, made of what is told of its fields; status and category are made to agree. */
final class DealStanding {

    /** Why a deal has ended, when the source does not say. */
    static final String NO_REASON = "no reason in the source";

    private DealStanding() {}

    /** The state at a time: what is told of each field, else what it holds now. */
    static DealState at(Instant time, DealState now, String currency, Function<DealField, Optional<Optional<?>>> told) {
        Fields fields = new Fields(told);
        OpportunityStatus status =
                fields.value(DealField.STATUS, Optional.of(now.status())).orElse(now.status());
        ForecastCategory category =
                fields.value(DealField.CATEGORY, Optional.of(now.category())).orElse(now.category());
        Optional<LocalDate> closeDate = fields.value(DealField.CLOSE_DATE, now.closeDate());
        return new DealState(
                time,
                fields.value(DealField.NAME, Optional.of(now.name())).orElse(now.name()),
                fields.value(DealField.ACCOUNT, now.account()),
                fields.value(DealField.OWNER, now.owner()),
                now.product(),
                fields.value(DealField.STAGE, Optional.of(now.stage())).orElse(now.stage()),
                status,
                agreeing(status, category),
                fields.value(DealField.AMOUNT, now.amount().map(Money::amount))
                        .map(amount -> new Money(amount, currency)),
                closeDate.or(now::closeDate),
                now.createdOn(),
                fields.value(DealField.NEXT_STEP, now.nextStep()),
                now.nextActivity(),
                status.isClosed()
                        ? fields.value(DealField.REASON_CLOSED, now.reasonClosed())
                                .or(() -> Optional.of(NO_REASON))
                        : Optional.empty(),
                now.pipeline(),
                fields.value(DealField.PROBABILITY, now.probability()),
                now.deleted(),
                now.ext());
    }

    /** The category that a status allows. */
    static ForecastCategory agreeing(OpportunityStatus status, ForecastCategory category) {
        return switch (status) {
            case WON -> ForecastCategory.CLOSED;
            case LOST, CANCELLED -> ForecastCategory.OMITTED;
            case OPEN, ON_HOLD -> category == ForecastCategory.CLOSED ? ForecastCategory.PIPELINE : category;
        };
    }

    /** An edit that tells a stage but no status, with the status that follows from what else it tells. */
    static DealEdit withStatus(DealEdit edit, DealState now) {
        return new DealEdit(edit.deal(), edit.at(), withStatus(edit.before(), now), withStatus(edit.after(), now));
    }

    private static Map<DealField, Optional<?>> withStatus(Map<DealField, Optional<?>> told, DealState now) {
        if (!told.containsKey(DealField.STAGE) || told.containsKey(DealField.STATUS)) {
            return told;
        }
        Map<DealField, Optional<?>> more = new EnumMap<>(told);
        more.put(DealField.STATUS, Optional.of(status(told, now)));
        return more;
    }

    // A stage means what it means now. Of others the category tells: Closed is won, Omitted at 0 % is lost.
    private static OpportunityStatus status(Map<DealField, Optional<?>> told, DealState now) {
        if (told.get(DealField.STAGE).equals(Optional.of(now.stage()))) {
            return now.status();
        }
        Optional<?> category = told.getOrDefault(DealField.CATEGORY, Optional.empty());
        if (category.equals(Optional.of(ForecastCategory.CLOSED))) {
            return OpportunityStatus.WON;
        }
        boolean hopeless = told.getOrDefault(DealField.PROBABILITY, Optional.empty())
                .filter(chance -> ((BigDecimal) chance).signum() == 0)
                .isPresent();
        return hopeless && category.equals(Optional.of(ForecastCategory.OMITTED))
                ? OpportunityStatus.LOST
                : OpportunityStatus.OPEN;
    }

    private record Fields(Function<DealField, Optional<Optional<?>>> told) {

        // DealEdit has checked that a field's values are of its type.
        @SuppressWarnings("unchecked")
        <T> Optional<T> value(DealField field, Optional<T> now) {
            return told.apply(field).map(value -> (Optional<T>) value).orElse(now);
        }
    }
}
