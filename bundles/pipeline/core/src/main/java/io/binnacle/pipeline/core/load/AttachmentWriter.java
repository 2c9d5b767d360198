package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import java.util.List;

/** Loads what hangs on deals, each kind by its own. */
record AttachmentWriter(LoadContext load, Names names, Tally tally) {

    /** What an attachment refers to. */
    static List<ExternalRef> refs(Attachment attachment) {
        if (attachment instanceof Attachment.Member member) {
            return List.of(member.deal(), member.node());
        }
        Attachment.Credit credit = (Attachment.Credit) attachment;
        return List.of(credit.deal(), credit.node());
    }

    void write(List<Attachment> attachments) {
        new MemberWriter(load, names, tally).write(only(attachments, Attachment.Member.class));
        new CreditWriter(load, names, tally).write(only(attachments, Attachment.Credit.class));
    }

    private static <T> List<T> only(List<Attachment> attachments, Class<T> kind) {
        return attachments.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
