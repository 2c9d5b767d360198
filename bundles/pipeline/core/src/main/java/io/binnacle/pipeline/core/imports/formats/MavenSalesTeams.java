package io.binnacle.pipeline.core.imports.formats;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.needed;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The sales teams of "CRM Sales Opportunities": agents under managers under regional offices. */
@Component
public final class MavenSalesTeams implements ImportFormat {

    @Override
    public String name() {
        return "maven sales_teams";
    }

    @Override
    public String system() {
        return Maven.SYSTEM;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(needed("sales_agent", TEXT), needed("manager", TEXT), needed("regional_office", TEXT));
    }

    @Override
    public void read(ImportRow row, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> seller = row.required("sales_agent").map(Maven::agent);
        Optional<ExternalRef> manager = row.required("manager").map(Maven::manager);
        Optional<ExternalRef> region = row.required("regional_office").map(Maven::region);
        if (row.isGood()) {
            sink.describes("sales_agent", seller.orElseThrow())
                    .brings(node(region.orElseThrow(), NodeKind.REGION, Optional.empty()))
                    .brings(node(manager.orElseThrow(), NodeKind.MANAGER, region))
                    .brings(node(seller.orElseThrow(), NodeKind.SELLER, manager));
        }
    }

    private static NodeRecord node(ExternalRef ref, NodeKind kind, Optional<ExternalRef> parent) {
        return new NodeRecord(ref, ref.id(), kind, parent);
    }
}
