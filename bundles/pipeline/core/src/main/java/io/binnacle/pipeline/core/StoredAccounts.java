package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts of the table. */
@Component
public final class StoredAccounts implements Accounts {

    private final Database database;

    @Activate
    public StoredAccounts(@Reference Database database, @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database);
    }

    public StoredAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Account> find(UUID id) {
        return database.read(handle -> Tables.ACCOUNTS.find(handle, id));
    }

    @Override
    public List<Account> all() {
        return database.read(handle -> Tables.ACCOUNTS.all(handle, "t.name, t.id"));
    }
}
