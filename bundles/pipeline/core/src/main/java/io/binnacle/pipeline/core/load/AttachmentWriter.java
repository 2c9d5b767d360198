package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.core.store.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads what hangs on deals, each kind by its own. */
record AttachmentWriter(LoadContext load, Names names, Tally tally) {

    /** What the other system's name of an attachment stands for. */
    record Own(ExternalRef ref, String entity) {}

    /** The name of an attachment, if it keeps one. */
    static Optional<Own> own(Attachment attachment) {
        if (attachment instanceof Attachment.Line line) {
            return Optional.of(new Own(line.ref(), Entities.LINE));
        }
        return attachment instanceof Attachment.Touched touch
                ? Optional.of(new Own(touch.ref(), Entities.TOUCH))
                : Optional.empty();
    }

    /** Its own name and what it refers to. */
    static List<ExternalRef> refs(Attachment attachment) {
        List<ExternalRef> refs = new ArrayList<>(List.of(attachment.deal()));
        own(attachment).ifPresent(own -> refs.add(own.ref()));
        if (attachment instanceof Attachment.Member member) {
            refs.add(member.node());
        } else if (attachment instanceof Attachment.Credit credit) {
            refs.add(credit.node());
        } else if (attachment instanceof Attachment.Line line) {
            line.product().ifPresent(refs::add);
        } else if (attachment instanceof Attachment.Touched touch) {
            touch.node().ifPresent(refs::add);
        }
        return refs;
    }

    void write(List<Attachment> attachments) {
        new MemberWriter(load, names, tally).write(only(attachments, Attachment.Member.class));
        new CreditWriter(load, names, tally).write(only(attachments, Attachment.Credit.class));
        new DetailWriter(load, names, tally).lines(only(attachments, Attachment.Line.class));
        new DetailWriter(load, names, tally).touches(only(attachments, Attachment.Touched.class));
    }

    private static <T> List<T> only(List<Attachment> attachments, Class<T> kind) {
        return attachments.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
