package io.binnacle.pipeline.api.imports;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.ContactRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what one row brings. For the thread that got it. */
@ProviderType
public interface ImportSink {

    /** The row is the one that describes {@code ref}; a second such row in an import is refused. */
    ImportSink describes(String column, ExternalRef ref);

    /** The row, by this column, refers to something that has to be there, from this import or from before. */
    ImportSink needs(String column, ExternalRef ref);

    ImportSink brings(NodeRecord node);

    ImportSink brings(AccountRecord account);

    ImportSink brings(ProductRecord product);

    ImportSink brings(ContactRecord contact);

    /** A deal with all of its past. */
    ImportSink brings(DealHistory deal);

    /** How a deal stands since {@code now.validTime()}; edits of the same import tell its past. */
    ImportSink brings(ExternalRef deal, DealState now);

    /** Something that became of a deal; the deal is described by another row, or known from before. */
    ImportSink brings(DealEdit edit);

    /** Something that hangs on a deal; the row needs the deal as well. */
    ImportSink brings(Attachment attachment);

    ImportSink brings(Quota quota);

    /** A node for a name that nobody describes. */
    ImportSink bringsIfUnknown(NodeRecord node);

    /** An account for a name that nobody describes. */
    ImportSink bringsIfUnknown(AccountRecord account);
}
