package io.binnacle.pipeline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A deal, as it is or was at one point in time.
 *
 * @param owner the seller's node in the sales hierarchy
 * @param stage the step of the sales process, in the words of the tenant
 * @param amount what it is worth; empty while nobody has said
 * @param closeDate when it is expected to close, or did
 * @param originalCloseDate the first close date that was given
 * @param createdOn when the deal began
 * @param nextActivity the day of the next planned step with the customer
 * @param reasonClosed why it was won, lost or cancelled; never empty then
 * @param pipeline the id of the pipeline whose stages it goes through; {@link #STANDARD} when nobody has said
 * @param probability the seller's own chance of winning, from 0 to 1; never set by a model
 * @param historyQuality how much of its past is known
 * @param deleted whether it was removed; it stays readable in the past
 * @param ext what other systems know of it and the platform has no field for, by their column names
 * @param version the number of its latest journal event
 */
public record Opportunity(
        UUID id,
        String name,
        Optional<UUID> account,
        Optional<UUID> owner,
        Optional<UUID> product,
        String stage,
        OpportunityStatus status,
        ForecastCategory category,
        Optional<Money> amount,
        Optional<LocalDate> closeDate,
        Optional<LocalDate> originalCloseDate,
        LocalDate createdOn,
        Optional<String> nextStep,
        Optional<LocalDate> nextActivity,
        Optional<String> reasonClosed,
        String pipeline,
        Optional<BigDecimal> probability,
        HistoryQuality historyQuality,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean deleted,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> ext,
        List<ExternalRef> externalRefs,
        long version) {

    /** The pipeline of deals that name none. */
    public static final String STANDARD = "standard";

    public Opportunity {
        pipeline = Objects.requireNonNullElse(pipeline, STANDARD);
        historyQuality = Objects.requireNonNullElse(historyQuality, HistoryQuality.FULL);
        ext = ext == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(ext));
        externalRefs = List.copyOf(externalRefs);
    }

    /** A deal of the standard pipeline with a full history and nothing more. */
    public Opportunity(
            UUID id,
            String name,
            Optional<UUID> account,
            Optional<UUID> owner,
            Optional<UUID> product,
            String stage,
            OpportunityStatus status,
            ForecastCategory category,
            Optional<Money> amount,
            Optional<LocalDate> closeDate,
            Optional<LocalDate> originalCloseDate,
            LocalDate createdOn,
            Optional<String> nextStep,
            Optional<LocalDate> nextActivity,
            Optional<String> reasonClosed,
            List<ExternalRef> externalRefs,
            long version) {
        this(
                id,
                name,
                account,
                owner,
                product,
                stage,
                status,
                category,
                amount,
                closeDate,
                originalCloseDate,
                createdOn,
                nextStep,
                nextActivity,
                reasonClosed,
                STANDARD,
                Optional.empty(),
                HistoryQuality.FULL,
                false,
                Map.of(),
                externalRefs,
                version);
    }
}
