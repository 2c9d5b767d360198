package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.core.imports.Contribution.Staged;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opportunities as Salesforce's Data Loader exports them, with API names for columns. */
final class SalesforceOpportunities implements ImportFormat {

    @Override
    public String name() {
        return "salesforce opportunities";
    }

    @Override
    public List<String> needed() {
        return List.of(
                "Id",
                "AccountId",
                "Name",
                "StageName",
                "Amount",
                "CloseDate",
                "IsClosed",
                "IsWon",
                "ForecastCategory",
                "OwnerId",
                "CreatedDate");
    }

    @Override
    public Set<String> optional() {
        return Set.of("IsDeleted", "CurrencyIsoCode", "LastModifiedDate");
    }

    @Override
    public List<Contribution> read(List<Row> rows, ImportContext context) {
        return rows.stream().map(row -> read(row, context)).toList();
    }

    private static Contribution read(Row row, ImportContext context) {
        Contribution contribution = new Contribution(row);
        if (row.flag("IsDeleted")) {
            row.warning("IsDeleted", "DELETED_IN_SOURCE", "true", "deleted in Salesforce, so it does not come in");
            return contribution;
        }
        SalesforceDeal deal = SalesforceDeal.of(row, context);
        if (row.isGood()) {
            contribution
                    .describes("Id", deal.ref())
                    .brings(deal.history(), new Staged(deal.stageName(), deal.amount(), deal.currency()));
            deal.owner().ifPresent(owner -> contribution.bringsIfUnknown(seller(owner)));
            deal.account().ifPresent(account -> contribution.bringsIfUnknown(account(account)));
        }
        return contribution;
    }

    private static NodeRecord seller(ExternalRef ref) {
        return new NodeRecord(ref, ref.id(), NodeKind.SELLER, Optional.empty());
    }

    private static AccountRecord account(ExternalRef ref) {
        return new AccountRecord(ref, ref.id(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
