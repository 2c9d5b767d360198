package io.binnacle.platform.testkit.contract;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.ContactRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.ImportSink;
import io.binnacle.pipeline.api.imports.Quota;

/** Counts what a row brings. */
final class CountingSink implements ImportSink {

    private int brought;

    int brought() {
        return brought;
    }

    @Override
    public ImportSink describes(String column, ExternalRef ref) {
        return this;
    }

    @Override
    public ImportSink needs(String column, ExternalRef ref) {
        return this;
    }

    @Override
    public ImportSink brings(NodeRecord node) {
        return one();
    }

    @Override
    public ImportSink brings(AccountRecord account) {
        return one();
    }

    @Override
    public ImportSink brings(ProductRecord product) {
        return one();
    }

    @Override
    public ImportSink brings(ContactRecord contact) {
        return one();
    }

    @Override
    public ImportSink brings(DealHistory deal) {
        return one();
    }

    @Override
    public ImportSink brings(ExternalRef deal, DealState now) {
        return one();
    }

    @Override
    public ImportSink brings(DealEdit edit) {
        return one();
    }

    @Override
    public ImportSink brings(Attachment attachment) {
        return one();
    }

    @Override
    public ImportSink brings(Quota quota) {
        return one();
    }

    @Override
    public ImportSink bringsIfUnknown(NodeRecord node) {
        return one();
    }

    @Override
    public ImportSink bringsIfUnknown(AccountRecord account) {
        return one();
    }

    private ImportSink one() {
        brought++;
        return this;
    }
}
