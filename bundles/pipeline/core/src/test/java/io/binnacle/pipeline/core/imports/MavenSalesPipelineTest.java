package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.imports.formats.MavenSalesPipeline;
import io.binnacle.platform.testkit.contract.ImportFormatContract;
import java.util.Map;

class MavenSalesPipelineTest extends ImportFormatContract {

    @Override
    protected ImportFormat format() {
        return new MavenSalesPipeline();
    }

    @Override
    protected Map<String, String> goodRow() {
        return Map.of(
                "opportunity_id", "A1",
                "sales_agent", "Ann",
                "product", "GTXPro",
                "account", "Top",
                "deal_stage", "Won",
                "engage_date", "2026-01-10",
                "close_date", "2026-03-02",
                "close_value", "4700");
    }
}
