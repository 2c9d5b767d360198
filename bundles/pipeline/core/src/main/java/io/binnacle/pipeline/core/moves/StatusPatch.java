package io.binnacle.pipeline.core.moves;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.stages.StatusMove;
import io.binnacle.pipeline.api.stages.Turn;
import io.binnacle.platform.api.json.Json;
import java.time.LocalDate;

/** The fields that change with the status, so that status, category, close date and reason tell the same. */
record StatusPatch(StatusMove move, LocalDate today) {

    ObjectNode fields() {
        ObjectNode patch = Json.object().put("status", move.turn().to().name());
        switch (move.turn()) {
            case WIN -> closed(patch, ForecastCategory.CLOSED);
            case LOSE, CANCEL -> closed(patch, ForecastCategory.OMITTED);
            case REOPEN -> opened(patch.putNull("reasonClosed").put("category", ForecastCategory.PIPELINE.name()));
            case HOLD, RESUME -> opened(patch);
        }
        return patch;
    }

    private void closed(ObjectNode patch, ForecastCategory category) {
        if (move.category().isPresent()) {
            throw INVALID_CONTENT
                    .because("a closed deal has the category %s; leave category out", category)
                    .at("/category");
        }
        patch.put("category", category.name());
        move.reasonClosed().ifPresent(reason -> patch.put("reasonClosed", reason));
        if (move.turn() == Turn.CANCEL) {
            move.closeDate().ifPresent(date -> patch.put("closeDate", date.toString()));
        } else {
            patch.put("closeDate", actualCloseDate().toString());
        }
    }

    private LocalDate actualCloseDate() {
        LocalDate date = move.closeDate().orElse(move.validSince().orElse(today));
        if (date.isAfter(today)) {
            throw INVALID_CONTENT
                    .because(
                            "closeDate is the day on which the deal was %s; %s lies ahead",
                            move.turn().to(), date)
                    .at("/closeDate");
        }
        return date;
    }

    private void opened(ObjectNode patch) {
        if (move.reasonClosed().isPresent()) {
            throw INVALID_CONTENT
                    .because("only a closed deal has a reasonClosed; leave it out")
                    .at("/reasonClosed");
        }
        move.closeDate().ifPresent(date -> patch.put("closeDate", date.toString()));
        move.category().ifPresent(category -> patch.put("category", category.name()));
    }
}
