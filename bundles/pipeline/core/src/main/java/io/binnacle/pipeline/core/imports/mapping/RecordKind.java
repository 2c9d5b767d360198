package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the rows of a mapped file can be. */
enum RecordKind {
    DEAL("deal", "id", DealReader.FIELDS, DealReader::read),
    DEAL_MOMENT("deal-moment", "deal", DealMomentReader.FIELDS, DealMomentReader::read),
    DEAL_EDIT("deal-edit", "deal", DealEditReader.FIELDS, DealEditReader::read),
    DEAL_END("deal-end", "deal", DealEndReader.FIELDS, DealEndReader::read),
    DEAL_MEMBER("deal-member", "deal", AttachmentReaders.MEMBER, AttachmentReaders::member),
    DEAL_CREDIT("deal-credit", "deal", AttachmentReaders.CREDIT, AttachmentReaders::credit),
    DEAL_LINE("deal-line", "deal", DetailReaders.LINE, DetailReaders::line),
    TOUCH("touch", "deal", DetailReaders.TOUCH, DetailReaders::touch),
    QUOTA("quota", "", QuotaReader.FIELDS, QuotaReader::read),
    ACCOUNT("account", "", BasicReaders.ACCOUNT, BasicReaders::account),
    CONTACT("contact", "", ContactReader.FIELDS, ContactReader::read),
    SELLER("seller", "", BasicReaders.SELLER, BasicReaders::seller),
    PRODUCT("product", "", BasicReaders.PRODUCT, BasicReaders::product);

    /** Reads one row. */
    interface Reader {
        void read(Values values, ImportContext context, ImportSink sink);
    }

    private final String label;
    private final String dealField;
    private final List<Field> fields;
    private final Reader reader;

    RecordKind(String label, String dealField, List<Field> fields, Reader reader) {
        this.label = label;
        this.dealField = dealField;
        this.fields = fields;
        this.reader = reader;
    }

    static Optional<RecordKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(kind -> kind.label).toList();
    }

    /** The field that holds the id of the deal; empty when the rows are of none. */
    Optional<String> dealField() {
        return Optional.of(dealField).filter(field -> !field.isEmpty());
    }

    List<Field> fields() {
        return fields;
    }

    Reader reader() {
        return reader;
    }
}
