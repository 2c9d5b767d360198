package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts. */
@Component(service = Projection.class)
public final class AccountProjection extends EntityProjection<Account> {

    @Activate
    public AccountProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.ACCOUNT, Account.class, Tables.ACCOUNTS, Account::externalRefs);
    }
}
