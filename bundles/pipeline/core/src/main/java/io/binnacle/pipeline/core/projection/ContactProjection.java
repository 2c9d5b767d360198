package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Contact;
import io.binnacle.pipeline.core.store.ContactTable;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people at customers. */
@Component(service = Projection.class)
public final class ContactProjection extends EntityProjection<Contact> {

    @Activate
    public ContactProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.CONTACT, Contact.class, ContactTable.ROWS, Contact::externalRefs);
    }
}
