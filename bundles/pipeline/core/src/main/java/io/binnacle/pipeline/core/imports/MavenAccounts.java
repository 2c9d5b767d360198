package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import java.util.List;
import java.util.Optional;

/** The accounts of "CRM Sales Opportunities". */
final class MavenAccounts implements ImportFormat {

    @Override
    public String name() {
        return "maven accounts";
    }

    @Override
    public List<String> needed() {
        return List.of("account", "sector", "office_location", "subsidiary_of");
    }

    @Override
    public List<Contribution> read(List<Row> rows, ImportContext context) {
        return rows.stream().map(MavenAccounts::read).toList();
    }

    private static Contribution read(Row row) {
        Contribution contribution = new Contribution(row);
        Optional<String> name = row.required("account");
        Optional<String> sector = Maven.spelt(row, "sector");
        Optional<ExternalRef> parent = row.text("subsidiary_of").map(Maven::account);
        if (row.isGood()) {
            ExternalRef ref = Maven.account(name.orElseThrow());
            contribution
                    .describes("account", ref)
                    .brings(new AccountRecord(ref, ref.id(), parent, sector, row.text("office_location")));
            parent.ifPresent(above -> contribution.needs("subsidiary_of", above));
        }
        return contribution;
    }
}
