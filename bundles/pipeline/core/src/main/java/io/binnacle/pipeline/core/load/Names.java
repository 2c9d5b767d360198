package io.binnacle.pipeline.core.load;

import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_REFERENCE;
import static io.binnacle.platform.api.error.PlatformError.CONFLICT;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.pipeline.core.store.ExternalRefs.Named;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ids for the names in a batch: those known from before, and new ones for what the batch brings. */
final class Names {

    private final Map<ExternalRef, Named> known;
    private final Map<ExternalRef, Named> brought = new HashMap<>();

    private Names(Map<ExternalRef, Named> known) {
        this.known = known;
    }

    static Names of(PipelineBatch batch, Handle handle) {
        Names names = new Names(ExternalRefs.find(handle, refs(batch)));
        batch.nodes().forEach(node -> names.bring(node.ref(), Entities.NODE));
        batch.accounts().forEach(account -> names.bring(account.ref(), Entities.ACCOUNT));
        batch.products().forEach(product -> names.bring(product.ref(), Entities.PRODUCT));
        batch.contacts().forEach(contact -> names.bring(contact.ref(), Entities.CONTACT));
        batch.deals().forEach(deal -> names.bring(deal.ref(), Entities.OPPORTUNITY));
        batch.attachments().forEach(attachment -> AttachmentWriter.own(attachment)
                .ifPresent(own -> names.bring(own.ref(), own.entity())));
        return names;
    }

    /** The id of a record of the batch. */
    UUID id(ExternalRef ref) {
        return brought.get(ref).id();
    }

    /** Whether a record of the batch is here for the first time. */
    boolean isNew(ExternalRef ref) {
        return !known.containsKey(ref);
    }

    /** The digest of a record when it was last loaded. */
    Optional<String> digest(ExternalRef ref) {
        return Optional.ofNullable(known.get(ref)).flatMap(Named::digest);
    }

    /** The ids of what a record refers to. */
    Optional<UUID> resolve(Optional<ExternalRef> target, String entity, ExternalRef from) {
        return target.map(ref -> resolve(ref, entity, from));
    }

    /**
     * The id of what a record refers to.
     *
     * @throws io.binnacle.platform.api.error.PlatformException UNKNOWN_REFERENCE when it is nowhere
     */
    UUID resolve(ExternalRef target, String entity, ExternalRef from) {
        Named named = brought.getOrDefault(target, known.get(target));
        if (named == null || !named.entity().equals(entity)) {
            throw UNKNOWN_REFERENCE.because(
                    "%s names the %s %s, which is neither in this batch nor here from before; bring it along",
                    text(from), entity, text(target));
        }
        return named.id();
    }

    static String text(ExternalRef ref) {
        return ref.system() + " " + ref.type() + " '" + ref.id() + "'";
    }

    private void bring(ExternalRef ref, String entity) {
        Named named = known.getOrDefault(ref, new Named(entity, UuidCreator.getTimeOrderedEpoch(), Optional.empty()));
        if (brought.put(ref, named) != null) {
            throw CONFLICT.because("the batch holds %s twice; send it once", text(ref));
        }
        if (!named.entity().equals(entity)) {
            throw CONFLICT.because(
                    "%s is the name of a %s, it cannot become a %s as well", text(ref), named.entity(), entity);
        }
    }

    private static Set<ExternalRef> refs(PipelineBatch batch) {
        Set<ExternalRef> refs = new HashSet<>();
        batch.nodes().forEach(node -> {
            refs.add(node.ref());
            node.parent().ifPresent(refs::add);
        });
        batch.accounts().forEach(account -> {
            refs.add(account.ref());
            account.parent().ifPresent(refs::add);
        });
        batch.products().forEach(product -> refs.add(product.ref()));
        batch.targets().forEach(target -> refs.add(target.node()));
        batch.contacts().forEach(contact -> {
            refs.add(contact.ref());
            contact.account().ifPresent(refs::add);
            contact.reportsTo().ifPresent(refs::add);
        });
        batch.attachments().forEach(attachment -> refs.addAll(AttachmentWriter.refs(attachment)));
        batch.deals().forEach(deal -> {
            refs.add(deal.ref());
            deal.states().forEach(state -> {
                state.account().ifPresent(refs::add);
                state.owner().ifPresent(refs::add);
                state.product().ifPresent(refs::add);
            });
        });
        return refs;
    }
}
