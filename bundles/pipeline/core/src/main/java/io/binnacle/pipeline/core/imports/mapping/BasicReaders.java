package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.platform.api.money.Money;
import java.util.List;
import java.util.Optional;

/** Read what deals hang on: accounts, sellers and products. */
final class BasicReaders {

    static final List<Field> ACCOUNT = List.of(
            Field.required("id", TEXT),
            Field.required("name", TEXT),
            Field.optional("parent", TEXT),
            Field.optional("industry", TEXT),
            Field.optional("region", TEXT));

    static final List<Field> SELLER =
            List.of(Field.required("id", TEXT), Field.required("name", TEXT), Field.optional("manager", TEXT));

    static final List<Field> PRODUCT = List.of(
            Field.required("id", TEXT),
            Field.required("name", TEXT),
            Field.optional("family", TEXT),
            Field.optional("price", NUMBER),
            Field.optional("currency", TEXT));

    private BasicReaders() {}

    static void account(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> account = values.requiredRef("id", "account");
        Optional<String> name = values.required("name");
        Optional<ExternalRef> parent = values.ref("parent", "account");
        if (values.row().isGood()) {
            sink.describes("id", account.orElseThrow())
                    .brings(new AccountRecord(
                            account.orElseThrow(),
                            name.orElseThrow(),
                            parent,
                            values.text("industry"),
                            values.text("region")));
            parent.ifPresent(above -> sink.needs("parent", above));
        }
    }

    static void seller(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> seller = values.requiredRef("id", "owner");
        Optional<String> name = values.required("name");
        Optional<ExternalRef> manager = values.ref("manager", "owner");
        if (values.row().isGood()) {
            sink.describes("id", seller.orElseThrow())
                    .brings(new NodeRecord(seller.orElseThrow(), name.orElseThrow(), NodeKind.SELLER, manager));
            manager.ifPresent(above -> sink.needs("manager", above));
        }
    }

    static void product(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> product = values.requiredRef("id", "product");
        Optional<String> name = values.required("name");
        String currency = Currencies.of(values, context);
        Optional<Money> price = values.row().amount("price").map(value -> new Money(value, currency));
        if (values.row().isGood()) {
            sink.describes("id", product.orElseThrow())
                    .brings(new ProductRecord(product.orElseThrow(), name.orElseThrow(), values.text("family"), price));
        }
    }
}
