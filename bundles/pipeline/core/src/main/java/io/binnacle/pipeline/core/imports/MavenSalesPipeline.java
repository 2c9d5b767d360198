package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.core.imports.Contribution.Staged;
import java.util.List;

/** The opportunities of "CRM Sales Opportunities". */
final class MavenSalesPipeline implements ImportFormat {

    @Override
    public String name() {
        return "maven sales_pipeline";
    }

    @Override
    public List<String> needed() {
        return List.of(
                "opportunity_id",
                "sales_agent",
                "product",
                "account",
                "deal_stage",
                "engage_date",
                "close_date",
                "close_value");
    }

    @Override
    public List<Contribution> read(List<Row> rows, ImportContext context) {
        MavenSnapshotDay snapshot = new MavenSnapshotDay(rows, context);
        return rows.stream().map(row -> read(row, snapshot, context)).toList();
    }

    private static Contribution read(Row row, MavenSnapshotDay snapshot, ImportContext context) {
        Contribution contribution = new Contribution(row);
        MavenDeal deal = MavenDeal.of(row, snapshot, context);
        if (row.isGood()) {
            contribution
                    .describes("opportunity_id", deal.ref())
                    .needs("sales_agent", deal.agent())
                    .needs("product", deal.product())
                    .brings(deal.history(context), new Staged(deal.stage(), deal.value(), context.currency()));
            deal.account().ifPresent(account -> contribution.needs("account", account));
        }
        return contribution;
    }
}
