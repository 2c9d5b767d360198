package io.binnacle.pipeline.core.imports.formats;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.needed;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.platform.api.money.Money;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The products of "CRM Sales Opportunities". */
@Component
public final class MavenProducts implements ImportFormat {

    @Override
    public String name() {
        return "maven products";
    }

    @Override
    public String system() {
        return Maven.SYSTEM;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(needed("product", TEXT), needed("series", TEXT), needed("sales_price", NUMBER));
    }

    @Override
    public void read(ImportRow row, ImportContext context, ImportSink sink) {
        row.required("product");
        Optional<String> name = Maven.spelt(row, "product");
        Optional<Money> price = row.amount("sales_price").map(value -> new Money(value, context.currency()));
        if (row.isGood()) {
            ExternalRef ref = Maven.product(name.orElseThrow());
            sink.describes("product", ref).brings(new ProductRecord(ref, ref.id(), row.text("series"), price));
        }
    }
}
