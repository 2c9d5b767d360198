package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sales teams of "CRM Sales Opportunities": agents under managers under regional offices. */
final class MavenSalesTeams implements ImportFormat {

    @Override
    public String name() {
        return "maven sales_teams";
    }

    @Override
    public List<String> needed() {
        return List.of("sales_agent", "manager", "regional_office");
    }

    @Override
    public List<Contribution> read(List<Row> rows, ImportContext context) {
        Map<String, String> offices = new HashMap<>();
        return rows.stream().map(row -> read(row, offices)).toList();
    }

    private static Contribution read(Row row, Map<String, String> offices) {
        Contribution contribution = new Contribution(row);
        Optional<String> agent = row.required("sales_agent");
        Optional<String> manager = row.required("manager");
        Optional<String> office = row.required("regional_office");
        if (row.isGood()) {
            refuseSecondOffice(row, manager.orElseThrow(), office.orElseThrow(), offices);
        }
        if (row.isGood()) {
            ExternalRef region = Maven.region(office.orElseThrow());
            ExternalRef above = Maven.manager(manager.orElseThrow());
            ExternalRef seller = Maven.agent(agent.orElseThrow());
            contribution
                    .describes("sales_agent", seller)
                    .brings(new NodeRecord(region, region.id(), NodeKind.REGION, Optional.empty()))
                    .brings(new NodeRecord(above, above.id(), NodeKind.MANAGER, Optional.of(region)))
                    .brings(new NodeRecord(seller, seller.id(), NodeKind.SELLER, Optional.of(above)));
        }
        return contribution;
    }

    private static void refuseSecondOffice(Row row, String manager, String office, Map<String, String> offices) {
        String first = offices.putIfAbsent(manager, office);
        if (first != null && !first.equals(office)) {
            row.error(
                    "regional_office",
                    "CONTRADICTION",
                    office,
                    manager + " stands under " + first + " further up; a manager has one regional office");
        }
    }
}
