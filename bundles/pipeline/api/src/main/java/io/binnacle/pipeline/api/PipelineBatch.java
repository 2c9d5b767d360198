package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records of another system, named by that system's ids, to be brought in as one. Records may refer to each
 * other and to what was brought in before, in any order.
 */
public record PipelineBatch(
        List<NodeRecord> nodes,
        List<AccountRecord> accounts,
        List<ProductRecord> products,
        List<DealHistory> deals,
        List<TargetRecord> targets,
        List<Attachment> attachments,
        List<ContactRecord> contacts) {

    /** Without contacts. */
    public PipelineBatch(
            List<NodeRecord> nodes,
            List<AccountRecord> accounts,
            List<ProductRecord> products,
            List<DealHistory> deals,
            List<TargetRecord> targets,
            List<Attachment> attachments) {
        this(nodes, accounts, products, deals, targets, attachments, List.of());
    }

    /** Without contacts or anything that hangs on deals. */
    public PipelineBatch(
            List<NodeRecord> nodes,
            List<AccountRecord> accounts,
            List<ProductRecord> products,
            List<DealHistory> deals,
            List<TargetRecord> targets) {
        this(nodes, accounts, products, deals, targets, List.of());
    }

    public PipelineBatch {
        nodes = List.copyOf(nodes);
        accounts = List.copyOf(accounts);
        products = List.copyOf(products);
        deals = List.copyOf(deals);
        targets = List.copyOf(targets);
        attachments = List.copyOf(attachments);
        contacts = List.copyOf(contacts);
    }

    /** A node of the sales hierarchy. */
    public record NodeRecord(ExternalRef ref, String name, NodeKind kind, Optional<ExternalRef> parent) {}

    /** An account. */
    public record AccountRecord(
            ExternalRef ref,
            String name,
            Optional<ExternalRef> parent,
            Optional<String> industry,
            Optional<String> region) {}

    /** A person at a customer. */
    public record ContactRecord(
            ExternalRef ref,
            String name,
            Optional<ExternalRef> account,
            Optional<ExternalRef> reportsTo,
            Optional<String> title,
            Optional<String> department,
            Optional<String> email,
            Optional<String> phone) {}

    /** A product. */
    public record ProductRecord(ExternalRef ref, String name, Optional<String> family, Optional<Money> listPrice) {}

    /** A target of a node for a fiscal quarter such as {@code 2026-Q4}. */
    public record TargetRecord(ExternalRef node, Target.Metric metric, String quarter, Money amount) {}

    /**
     * A deal from its first known state to its latest.
     *
     * @param states at least one, in the order of their valid times
     * @param quality how much of the deal's past they tell
     */
    public record DealHistory(ExternalRef ref, List<DealState> states, HistoryQuality quality) {

        /** A deal whose states tell all of its past. */
        public DealHistory(ExternalRef ref, List<DealState> states) {
            this(ref, states, HistoryQuality.FULL);
        }

        public DealHistory {
            states = List.copyOf(states);
            if (states.isEmpty()) {
                throw new IllegalArgumentException("the deal " + ref.id() + " has no state");
            }
        }
    }

    /**
     * All that is known of a deal since {@code validTime}.
     *
     * @param createdOn when the deal began
     * @param deleted whether it has been removed since
     * @param ext columns that the platform has no field for
     */
    public record DealState(
            Instant validTime,
            String name,
            Optional<ExternalRef> account,
            Optional<ExternalRef> owner,
            Optional<ExternalRef> product,
            String stage,
            OpportunityStatus status,
            ForecastCategory category,
            Optional<Money> amount,
            Optional<LocalDate> closeDate,
            LocalDate createdOn,
            Optional<String> nextStep,
            Optional<LocalDate> nextActivity,
            Optional<String> reasonClosed,
            String pipeline,
            Optional<BigDecimal> probability,
            boolean deleted,
            Map<String, String> ext) {

        public DealState {
            ext = Map.copyOf(ext);
        }

        /** A state in the standard pipeline with nothing more. */
        public DealState(
                Instant validTime,
                String name,
                Optional<ExternalRef> account,
                Optional<ExternalRef> owner,
                Optional<ExternalRef> product,
                String stage,
                OpportunityStatus status,
                ForecastCategory category,
                Optional<Money> amount,
                Optional<LocalDate> closeDate,
                LocalDate createdOn,
                Optional<String> nextStep,
                Optional<LocalDate> nextActivity,
                Optional<String> reasonClosed) {
            this(
                    validTime,
                    name,
                    account,
                    owner,
                    product,
                    stage,
                    status,
                    category,
                    amount,
                    closeDate,
                    createdOn,
                    nextStep,
                    nextActivity,
                    reasonClosed,
                    Opportunity.STANDARD,
                    Optional.empty(),
                    false,
                    Map.of());
        }
    }
}
