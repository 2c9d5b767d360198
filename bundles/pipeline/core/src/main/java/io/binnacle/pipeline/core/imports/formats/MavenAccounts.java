package io.binnacle.pipeline.core.imports.formats;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.needed;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The accounts of "CRM Sales Opportunities". */
@Component
public final class MavenAccounts implements ImportFormat {

    @Override
    public String name() {
        return "maven accounts";
    }

    @Override
    public String system() {
        return Maven.SYSTEM;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                needed("account", TEXT),
                needed("sector", TEXT),
                needed("office_location", TEXT),
                needed("subsidiary_of", TEXT));
    }

    @Override
    public void read(ImportRow row, ImportContext context, ImportSink sink) {
        Optional<String> name = row.required("account");
        Optional<String> sector = Maven.spelt(row, "sector");
        Optional<ExternalRef> parent = row.text("subsidiary_of").map(Maven::account);
        if (row.isGood()) {
            ExternalRef ref = Maven.account(name.orElseThrow());
            sink.describes("account", ref)
                    .brings(new AccountRecord(ref, ref.id(), parent, sector, row.text("office_location")));
            parent.ifPresent(above -> sink.needs("subsidiary_of", above));
        }
    }
}
