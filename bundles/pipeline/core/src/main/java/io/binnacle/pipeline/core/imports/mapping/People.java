package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.util.Optional;

/** Whose a deal is and with whom, by ids or, where a file has no ids, by names. */
record People(
        Optional<ExternalRef> account,
        Optional<String> accountName,
        Optional<ExternalRef> owner,
        Optional<String> ownerName) {

    static People of(Values values) {
        Optional<String> accountName = values.text("accountName");
        Optional<String> ownerName = values.text("ownerName");
        return new People(
                values.ref("account", "account").or(() -> accountName.map(name -> values.named(name, "account"))),
                accountName,
                values.ref("owner", "owner").or(() -> ownerName.map(name -> values.named(name, "owner"))),
                ownerName);
    }

    /** A seller of whom no more is known than the name or id. */
    static NodeRecord seller(ExternalRef ref, Optional<String> name) {
        return new NodeRecord(ref, name.orElse(ref.id()), NodeKind.SELLER, Optional.empty());
    }

    void bring(ImportSink sink) {
        owner.ifPresent(ref -> sink.bringsIfUnknown(seller(ref, ownerName)));
        account.ifPresent(ref -> sink.bringsIfUnknown(new AccountRecord(
                ref, accountName.orElse(ref.id()), Optional.empty(), Optional.empty(), Optional.empty())));
    }
}
