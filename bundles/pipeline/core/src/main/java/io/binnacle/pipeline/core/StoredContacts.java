package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Contact;
import io.binnacle.pipeline.api.Contacts;
import io.binnacle.pipeline.core.store.ContactTable;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contacts of the table for the present, of the journal for every other time. */
@Component
public final class StoredContacts implements Contacts {

    private static final Comparator<Contact> BY_NAME =
            Comparator.comparing(Contact::name).thenComparing(Contact::id);

    private final Database database;
    private final Ledger<Contact> contacts;

    @Activate
    public StoredContacts(
            @Reference Database database,
            @Reference Journal journal,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal);
    }

    public StoredContacts(Database database, Journal journal) {
        this.database = database;
        this.contacts = new Ledger<>(database, journal, Entities.CONTACT, Contact.class, ContactTable.ROWS);
    }

    @Override
    public List<Contact> list(Optional<UUID> account, AsOf asOf) {
        return database.read(handle -> contacts.all(handle, asOf).stream()
                .filter(contact -> account.isEmpty() || contact.account().equals(account))
                .sorted(BY_NAME)
                .toList());
    }
}
