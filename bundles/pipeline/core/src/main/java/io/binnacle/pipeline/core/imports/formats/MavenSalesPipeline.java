package io.binnacle.pipeline.core.imports.formats;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.DATE;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.needed;

import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The opportunities of "CRM Sales Opportunities". */
@Component
public final class MavenSalesPipeline implements ImportFormat {

    @Override
    public String name() {
        return "maven sales_pipeline";
    }

    @Override
    public String system() {
        return Maven.SYSTEM;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                needed("opportunity_id", TEXT),
                needed("sales_agent", TEXT),
                needed("product", TEXT),
                needed("account", TEXT),
                needed("deal_stage", TEXT),
                needed("engage_date", DATE),
                needed("close_date", DATE),
                needed("close_value", NUMBER));
    }

    @Override
    public List<String> dealColumns() {
        return List.of("opportunity_id");
    }

    @Override
    public void read(ImportRow row, ImportContext context, ImportSink sink) {
        MavenDeal deal = MavenDeal.of(row, context);
        if (row.isGood()) {
            sink.describes("opportunity_id", deal.ref())
                    .needs("sales_agent", deal.agent())
                    .needs("product", deal.product())
                    .brings(deal.history(context));
            deal.account().ifPresent(account -> sink.needs("account", account));
        }
    }
}
