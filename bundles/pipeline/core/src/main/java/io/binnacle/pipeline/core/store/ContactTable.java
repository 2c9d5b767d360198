package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.Contact;
import java.util.List;

/** The table of the people at customers. */
public final class ContactTable {

    public static final TypedTable<Contact> ROWS = new TypedTable<>(
            "pipeline.contact",
            List.of(
                    new Column<>("id", Contact::id),
                    new Column<>("version", Contact::version),
                    new Column<>("name", Contact::name),
                    new Column<>("account_id", Contact::account),
                    new Column<>("reports_to", Contact::reportsTo),
                    new Column<>("title", Contact::title),
                    new Column<>("department", Contact::department),
                    new Column<>("email", Contact::email),
                    new Column<>("phone", Contact::phone)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Contact(
                        cells.id("id"),
                        cells.text("name"),
                        cells.maybeId("account_id"),
                        cells.maybeId("reports_to"),
                        cells.maybeText("title"),
                        cells.maybeText("department"),
                        cells.maybeText("email"),
                        cells.maybeText("phone"),
                        cells.refs(),
                        cells.number("version"));
            });

    private ContactTable() {}
}
