package io.binnacle.pipeline.core.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.platform.api.json.Json;
import java.util.List;

/** The tables of the ways that deals go. */
public final class StageTables {

    private static final TypeReference<List<Stage>> STAGES = new TypeReference<>() {};

    /** The pipelines. */
    public static final TypedTable<Pipeline> PIPELINES = new TypedTable<>(
            "pipeline.sales_pipeline",
            List.of(
                    new Column<>("id", Pipeline::id),
                    new Column<>("version", Pipeline::version),
                    new Column<>("key", Pipeline::key),
                    new Column<>("name", Pipeline::name),
                    new Column<>("stages", pipeline -> Json.write(pipeline.stages()))),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Pipeline(
                        cells.id("id"),
                        cells.text("key"),
                        cells.text("name"),
                        Json.mapper().convertValue(Json.read(cells.text("stages"), List.class), STAGES),
                        cells.number("version"));
            });

    private StageTables() {}
}
