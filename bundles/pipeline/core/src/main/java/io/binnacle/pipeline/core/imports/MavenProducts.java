package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The products of "CRM Sales Opportunities". */
final class MavenProducts implements ImportFormat {

    @Override
    public String name() {
        return "maven products";
    }

    @Override
    public List<String> needed() {
        return List.of("product", "series", "sales_price");
    }

    @Override
    public List<Contribution> read(List<Row> rows, ImportContext context) {
        return rows.stream().map(row -> read(row, context)).toList();
    }

    private static Contribution read(Row row, ImportContext context) {
        Contribution contribution = new Contribution(row);
        row.required("product");
        Optional<String> name = Maven.spelt(row, "product");
        Optional<BigDecimal> price = row.amount("sales_price");
        if (row.isGood()) {
            ExternalRef ref = Maven.product(name.orElseThrow());
            contribution
                    .describes("product", ref)
                    .brings(new ProductRecord(ref, ref.id(), row.text("series"), context.money(price)));
        }
        return contribution;
    }
}
