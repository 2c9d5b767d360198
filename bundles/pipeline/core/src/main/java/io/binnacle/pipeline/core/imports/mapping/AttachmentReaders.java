package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.NUMBER;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TEXT;
import static io.binnacle.pipeline.api.imports.ImportColumn.Kind.TIME;

import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportSink;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Read what hangs on deals: who helps with them, and who has the credit. */
final class AttachmentReaders {

    static final List<Field> MEMBER = List.of(
            Field.required("id", TEXT),
            Field.required("deal", TEXT),
            Field.required("member", TEXT),
            Field.required("role", TEXT),
            Field.optional("unit", TEXT),
            Field.optional("from", TIME),
            Field.optional("dealKind", TEXT),
            Field.optional("memberKind", TEXT));

    static final List<Field> CREDIT = List.of(
            Field.required("deal", TEXT),
            Field.required("owner", TEXT),
            Field.required("percent", NUMBER),
            Field.required("kind", TEXT),
            Field.optional("since", TIME));

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private AttachmentReaders() {}

    static void member(Values values, ImportContext context, ImportSink sink) {
        if (isOther(values, "dealKind", "DEAL") || isOther(values, "memberKind", "SELLER")) {
            return;
        }
        Optional<ExternalRef> id = values.requiredRef("id", "member");
        Optional<ExternalRef> deal = values.requiredRef("deal", "deal");
        Optional<ExternalRef> member = values.requiredRef("member", "owner");
        Optional<String> role = values.required("role");
        Optional<Assignment.Unit> unit = values.constant("unit", Assignment.Unit.class, "UNKNOWN_UNIT");
        Optional<Instant> from = Moment.past(values, "from", context);
        if (values.row().isGood()) {
            sink.describes("id", id.orElseThrow())
                    .needs("deal", deal.orElseThrow())
                    .bringsIfUnknown(People.seller(member.orElseThrow(), Optional.empty()))
                    .brings(new Attachment.Member(
                            id.orElseThrow(),
                            deal.orElseThrow(),
                            member.orElseThrow(),
                            role.orElseThrow(),
                            unit.orElse(Assignment.Unit.ATU),
                            from.map(context::day).orElse(context.today()),
                            from.isPresent()));
        }
    }

    static void credit(Values values, ImportContext context, ImportSink sink) {
        Optional<ExternalRef> deal = values.requiredRef("deal", "deal");
        Optional<ExternalRef> owner = values.requiredRef("owner", "owner");
        values.required("kind");
        Optional<Attachment.Credit.Kind> kind =
                values.constant("kind", Attachment.Credit.Kind.class, "UNKNOWN_SPLIT_TYPE");
        values.required("percent");
        Optional<BigDecimal> percent = values.row().number("percent");
        percent.filter(value -> value.signum() <= 0
                        || value.compareTo(WHOLE) > 0
                        || value.stripTrailingZeros().scale() > DECIMALS)
                .ifPresent(value -> values.row()
                        .error("percent", "OUT_OF_RANGE", "a share is above 0, at most 100 and of at most 4 decimals"));
        Optional<Instant> since = Moment.past(values, "since", context);
        if (values.row().isGood()) {
            sink.needs("deal", deal.orElseThrow())
                    .bringsIfUnknown(People.seller(owner.orElseThrow(), Optional.empty()))
                    .brings(new Attachment.Credit(
                            deal.orElseThrow(), owner.orElseThrow(), kind.orElseThrow(), percent.orElseThrow(), since));
        }
    }

    // Tables of connections join anything with anything.
    private static boolean isOther(Values values, String field, String ours) {
        boolean other = values.text(field).filter(kind -> !kind.equals(ours)).isPresent();
        if (other) {
            values.row().warning(field, "LEFT_OUT", "only sellers' connections with deals come in");
        }
        return other;
    }
}
