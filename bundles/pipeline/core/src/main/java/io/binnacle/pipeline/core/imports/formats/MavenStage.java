package io.binnacle.pipeline.core.imports.formats;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The four stages of "CRM Sales Opportunities". */
enum MavenStage {
    PROSPECTING("Prospecting", OpportunityStatus.OPEN, ForecastCategory.PIPELINE),
    ENGAGING("Engaging", OpportunityStatus.OPEN, ForecastCategory.PIPELINE),
    WON("Won", OpportunityStatus.WON, ForecastCategory.CLOSED),
    LOST("Lost", OpportunityStatus.LOST, ForecastCategory.OMITTED);

    private final String text;
    private final OpportunityStatus status;
    private final ForecastCategory category;

    MavenStage(String text, OpportunityStatus status, ForecastCategory category) {
        this.text = text;
        this.status = status;
        this.category = category;
    }

    static MavenStage of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    static String all() {
        return Arrays.stream(values()).map(MavenStage::text).collect(Collectors.joining(", "));
    }

    String text() {
        return text;
    }

    OpportunityStatus status() {
        return status;
    }

    ForecastCategory category() {
        return category;
    }

    boolean isClosed() {
        return status.isClosed();
    }
}
