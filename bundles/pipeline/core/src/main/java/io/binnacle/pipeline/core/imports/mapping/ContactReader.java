package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.ContactRecord;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the people at customers. */
final class ContactReader {

    static final List<Field> FIELDS = List.of(
            Field.required("id", TEXT),
            Field.required("name", TEXT),
            Field.optional("first", TEXT),
            Field.optional("account", TEXT),
            Field.optional("accountKind", TEXT),
            Field.optional("superior", TEXT),
            Field.optional("title", TEXT),
            Field.optional("department", TEXT),
            Field.optional("email", TEXT),
            Field.optional("phone", TEXT));

    private static final String ACCOUNT = "ACCOUNT";

    private ContactReader() {}

    static void read(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> contact = values.requiredRef("id", "contact");
        Optional<String> name = values.required("name");
        Optional<ExternalRef> account = account(values);
        Optional<ExternalRef> superior = values.ref("superior", "contact");
        if (values.row().isGood()) {
            sink.describes("id", contact.orElseThrow())
                    .brings(new ContactRecord(
                            contact.orElseThrow(),
                            whole(values.text("first"), name.orElseThrow()),
                            account,
                            superior,
                            values.text("title"),
                            values.text("department"),
                            values.text("email"),
                            values.text("phone")));
            account.ifPresent(ref -> sink.needs("account", ref));
            superior.ifPresent(ref -> sink.needs("superior", ref));
        }
    }

    private static String whole(Optional<String> first, String last) {
        return Stream.concat(first.stream(), Stream.of(last)).collect(Collectors.joining(" "));
    }

    // A person may stand below another person instead of an account.
    private static Optional<ExternalRef> account(Values values) {
        boolean other =
                values.text("accountKind").filter(kind -> !kind.equals(ACCOUNT)).isPresent();
        return other ? Optional.empty() : values.ref("account", "account");
    }
}
