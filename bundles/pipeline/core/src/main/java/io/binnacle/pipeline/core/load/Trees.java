package io.binnacle.pipeline.core.load;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Contact;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.Product;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.core.store.ContactTable;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Loads all that deals hang on: the hierarchy, the accounts, their people, the products, and the targets. */
record Trees(LoadContext load, Names names, Tally tally) {

    void nodes(List<PipelineBatch.NodeRecord> records) {
        List<HierarchyNode> wanted = records.stream()
                .map(node -> new HierarchyNode(
                        names.id(node.ref()),
                        node.name(),
                        node.kind(),
                        names.resolve(node.parent(), Entities.NODE, node.ref()),
                        List.of(node.ref()),
                        0))
                .toList();
        refuseCircles(
                () -> Tables.NODES.all(load.handle(), "t.id"),
                wanted,
                HierarchyNode::id,
                HierarchyNode::parent,
                HierarchyNode::name);
        new EntityWriter<>(Entities.NODE, HierarchyNode.class, Tables.NODES, HierarchyNode::id)
                .write(load, wanted, tally);
    }

    void accounts(List<PipelineBatch.AccountRecord> records) {
        List<Account> wanted = records.stream()
                .map(account -> new Account(
                        names.id(account.ref()),
                        account.name(),
                        names.resolve(account.parent(), Entities.ACCOUNT, account.ref()),
                        account.industry(),
                        account.region(),
                        List.of(account.ref()),
                        0))
                .toList();
        refuseCircles(
                () -> Tables.ACCOUNTS.all(load.handle(), "t.id"), wanted, Account::id, Account::parent, Account::name);
        new EntityWriter<>(Entities.ACCOUNT, Account.class, Tables.ACCOUNTS, Account::id).write(load, wanted, tally);
    }

    void products(List<PipelineBatch.ProductRecord> records) {
        List<Product> wanted = records.stream()
                .map(product -> new Product(
                        names.id(product.ref()),
                        product.name(),
                        product.family(),
                        product.listPrice(),
                        List.of(product.ref()),
                        0))
                .toList();
        new EntityWriter<>(Entities.PRODUCT, Product.class, Tables.PRODUCTS, Product::id).write(load, wanted, tally);
    }

    void contacts(List<PipelineBatch.ContactRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Contact> wanted = records.stream()
                .map(contact -> new Contact(
                        names.id(contact.ref()),
                        contact.name(),
                        names.resolve(contact.account(), Entities.ACCOUNT, contact.ref()),
                        names.resolve(contact.reportsTo(), Entities.CONTACT, contact.ref()),
                        contact.title(),
                        contact.department(),
                        contact.email(),
                        contact.phone(),
                        List.of(contact.ref()),
                        0))
                .toList();
        refuseCircles(
                () -> ContactTable.ROWS.all(load.handle(), "t.id"),
                wanted,
                Contact::id,
                Contact::reportsTo,
                Contact::name);
        new EntityWriter<>(Entities.CONTACT, Contact.class, ContactTable.ROWS, Contact::id).write(load, wanted, tally);
    }

    void targets(List<PipelineBatch.TargetRecord> records) {
        Map<List<Object>, UUID> present = new HashMap<>();
        Tables.TARGETS.all(load.handle(), "t.id").forEach(target -> present.put(key(target), target.id()));
        List<Target> wanted = records.stream()
                .map(record -> {
                    ExternalRef ref = record.node();
                    UUID node = names.resolve(ref, Entities.NODE, ref);
                    Target target = new Target(
                            UuidCreator.getTimeOrderedEpoch(),
                            node,
                            record.metric(),
                            record.quarter(),
                            record.amount(),
                            0);
                    return withId(target, present.computeIfAbsent(key(target), key -> target.id()));
                })
                .toList();
        new EntityWriter<>(Entities.TARGET, Target.class, Tables.TARGETS, Target::id).write(load, wanted, tally);
    }

    private static List<Object> key(Target target) {
        return List.of(target.node(), target.metric(), target.quarter());
    }

    private static Target withId(Target target, UUID id) {
        return new Target(id, target.node(), target.metric(), target.quarter(), target.amount(), 0);
    }

    private static <T> void refuseCircles(
            Supplier<List<T>> present,
            List<T> wanted,
            Function<T, UUID> id,
            Function<T, Optional<UUID>> parent,
            Function<T, String> name) {
        if (wanted.stream().allMatch(entity -> parent.apply(entity).isEmpty())) {
            return;
        }
        Map<UUID, T> all = new LinkedHashMap<>();
        present.get().forEach(entity -> all.put(id.apply(entity), entity));
        wanted.forEach(entity -> all.put(id.apply(entity), entity));
        Map<UUID, UUID> parents = new LinkedHashMap<>();
        all.forEach((key, entity) -> parent.apply(entity).ifPresent(above -> parents.put(key, above)));
        Cycles.refuse(parents, key -> name.apply(all.get(key)));
    }
}
