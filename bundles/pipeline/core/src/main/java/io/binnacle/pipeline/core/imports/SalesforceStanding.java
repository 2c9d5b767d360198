package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a deal stands by Salesforce's IsClosed, IsWon and ForecastCategory. */
record SalesforceStanding(OpportunityStatus status, ForecastCategory category) {

    private static final Map<String, ForecastCategory> CATEGORIES = Map.of(
            "omitted", ForecastCategory.OMITTED,
            "pipeline", ForecastCategory.PIPELINE,
            "bestcase", ForecastCategory.BEST_CASE,
            "mostlikely", ForecastCategory.MOST_LIKELY,
            "forecast", ForecastCategory.COMMIT,
            "commit", ForecastCategory.COMMIT,
            "closed", ForecastCategory.CLOSED);

    static SalesforceStanding of(Row row) {
        boolean closed = row.flag("IsClosed");
        boolean won = row.flag("IsWon");
        if (won && !closed && row.isGood()) {
            row.error("IsWon", "CONTRADICTION", "true", "a deal that is won is closed; IsClosed says it is not");
        }
        row.required("ForecastCategory");
        Optional<ForecastCategory> given = row.parsed(
                "ForecastCategory",
                "UNKNOWN_CATEGORY",
                "the categories are Omitted, Pipeline, BestCase, MostLikely, Forecast and Closed",
                SalesforceStanding::category);
        OpportunityStatus status =
                won ? OpportunityStatus.WON : closed ? OpportunityStatus.LOST : OpportunityStatus.OPEN;
        return new SalesforceStanding(status, category(row, status, given));
    }

    private static ForecastCategory category(Row row, OpportunityStatus status, Optional<ForecastCategory> given) {
        ForecastCategory right =
                switch (status) {
                    case WON -> ForecastCategory.CLOSED;
                    case LOST -> ForecastCategory.OMITTED;
                    default ->
                        given.filter(category -> category != ForecastCategory.CLOSED)
                                .orElse(ForecastCategory.PIPELINE);
                };
        given.filter(category -> category != right)
                .ifPresent(category -> row.warning(
                        "ForecastCategory",
                        "CORRECTED",
                        row.text("ForecastCategory").orElseThrow(),
                        "read as " + right + ", since the deal is " + status));
        return right;
    }

    private static ForecastCategory category(String text) {
        return Optional.ofNullable(CATEGORIES.get(text.toLowerCase(Locale.ROOT).replace(" ", "")))
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
