package io.binnacle.pipeline.core.imports;

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
import io.binnacle.pipeline.core.imports.file.Row;
import io.binnacle.pipeline.core.imports.file.SurveyedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one row brings, and what has to be there for it. */
final class Contribution implements ImportSink {

    /** Something the row refers to, and the column that does. */
    record Need(String column, ExternalRef ref) {}

    /** How a deal stands now. */
    record Present(ExternalRef deal, DealState now) {}

    private final SurveyedFile file;
    private final Row row;
    private final List<NodeRecord> nodes = new ArrayList<>(0);
    private final List<AccountRecord> accounts = new ArrayList<>(0);
    private final List<ProductRecord> products = new ArrayList<>(0);
    private final List<DealHistory> deals = new ArrayList<>(0);
    private final List<Present> presents = new ArrayList<>(0);
    private final List<DealEdit> edits = new ArrayList<>(0);
    private final List<NodeRecord> nodesIfUnknown = new ArrayList<>(0);
    private final List<AccountRecord> accountsIfUnknown = new ArrayList<>(0);
    private List<Attachment> attachments = List.of();
    private List<Quota> quotas = List.of();
    private List<ContactRecord> contacts = List.of();
    private final List<Need> needs = new ArrayList<>(0);
    private Optional<Need> identity = Optional.empty();

    private Contribution(SurveyedFile file, Row row) {
        this.file = file;
        this.row = row;
    }

    /** What a row brings by its file's format. A row of another width has its values in the wrong columns. */
    static Contribution of(SurveyedFile file, Row row) {
        Contribution contribution = new Contribution(file, row);
        if (row.isGood()) {
            file.file().format().read(row, file.context(), contribution);
        }
        return contribution;
    }

    SurveyedFile file() {
        return file;
    }

    Row row() {
        return row;
    }

    /** Whether nothing stands against the row. */
    boolean isAccepted() {
        return row.isGood();
    }

    @Override
    public Contribution describes(String column, ExternalRef ref) {
        identity = Optional.of(new Need(column, ref));
        return this;
    }

    @Override
    public Contribution needs(String column, ExternalRef ref) {
        needs.add(new Need(column, ref));
        return this;
    }

    @Override
    public Contribution brings(NodeRecord node) {
        nodes.add(node);
        return this;
    }

    @Override
    public Contribution brings(AccountRecord account) {
        accounts.add(account);
        return this;
    }

    @Override
    public Contribution brings(ContactRecord contact) {
        contacts = List.of(contact);
        return this;
    }

    @Override
    public Contribution brings(ProductRecord product) {
        products.add(product);
        return this;
    }

    @Override
    public Contribution brings(DealHistory deal) {
        deals.add(deal);
        return this;
    }

    @Override
    public Contribution brings(ExternalRef deal, DealState now) {
        presents.add(new Present(deal, now));
        return this;
    }

    @Override
    public Contribution brings(DealEdit edit) {
        edits.add(edit);
        return this;
    }

    @Override
    public Contribution brings(Attachment attachment) {
        attachments = with(attachments, attachment);
        return this;
    }

    @Override
    public Contribution brings(Quota quota) {
        quotas = with(quotas, quota);
        return this;
    }

    @Override
    public Contribution bringsIfUnknown(NodeRecord node) {
        nodesIfUnknown.add(node);
        return this;
    }

    @Override
    public Contribution bringsIfUnknown(AccountRecord account) {
        accountsIfUnknown.add(account);
        return this;
    }

    // Most rows bring none of these.
    private static <T> List<T> with(List<T> held, T more) {
        List<T> all = new ArrayList<>(held);
        all.add(more);
        return all;
    }

    Optional<Need> identity() {
        return identity;
    }

    List<Need> needs() {
        return needs;
    }

    List<NodeRecord> nodes() {
        return nodes;
    }

    List<AccountRecord> accounts() {
        return accounts;
    }

    List<ContactRecord> contacts() {
        return contacts;
    }

    List<ProductRecord> products() {
        return products;
    }

    List<DealHistory> deals() {
        return deals;
    }

    List<Present> presents() {
        return presents;
    }

    List<DealEdit> edits() {
        return edits;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<Quota> quotas() {
        return quotas;
    }

    List<NodeRecord> nodesIfUnknown() {
        return nodesIfUnknown;
    }

    List<AccountRecord> accountsIfUnknown() {
        return accountsIfUnknown;
    }

    /** The latest state of each deal that the row tells of as a whole. */
    List<DealState> standing() {
        List<DealState> states = new ArrayList<>();
        presents.forEach(present -> states.add(present.now()));
        deals.forEach(deal -> states.add(deal.states().get(deal.states().size() - 1)));
        return states;
    }

    /** Everything that is there once the row is in. */
    List<ExternalRef> provided() {
        List<ExternalRef> refs = new ArrayList<>();
        nodes.forEach(node -> refs.add(node.ref()));
        accounts.forEach(account -> refs.add(account.ref()));
        products.forEach(product -> refs.add(product.ref()));
        contacts.forEach(contact -> refs.add(contact.ref()));
        deals.forEach(deal -> refs.add(deal.ref()));
        presents.forEach(present -> refs.add(present.deal()));
        nodesIfUnknown.forEach(node -> refs.add(node.ref()));
        accountsIfUnknown.forEach(account -> refs.add(account.ref()));
        return refs;
    }
}
