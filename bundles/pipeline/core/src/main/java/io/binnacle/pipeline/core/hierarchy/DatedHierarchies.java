package io.binnacle.pipeline.core.hierarchy;

import static io.binnacle.pipeline.api.PipelineError.HIERARCHY_CYCLE;
import static io.binnacle.pipeline.api.PipelineError.INVALID_HIERARCHY;
import static io.binnacle.pipeline.api.PipelineError.NODE_NOT_FOUND;
import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_REFERENCE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Hierarchies;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyMode;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Placement;
import io.binnacle.pipeline.api.Scope;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Since;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hierarchies in tables for the present and in the journal for every other time. */
@Component
public final class DatedHierarchies implements Hierarchies {

    private static final int LONGEST_NAME = 500;

    private final Database database;
    private final Since since;
    private final ParentLinks links;
    private final Ledger<HierarchyNode> nodes;
    private final Ledger<Placement> placements;

    @Activate
    public DatedHierarchies(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock, settings);
    }

    public DatedHierarchies(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.since = new Since(clock, settings.zone());
        this.links = new ParentLinks(journal);
        this.nodes = new Ledger<>(database, journal, Entities.NODE, HierarchyNode.class, Tables.NODES);
        this.placements = new Ledger<>(database, journal, Entities.PLACEMENT, Placement.class, TimeTables.PLACEMENTS);
    }

    @Override
    public List<HierarchyNode> nodes(HierarchyKind kind, AsOf asOf) {
        return database.read(handle -> nodes.all(handle, asOf)).stream()
                .filter(node -> node.kind().hierarchy() == kind)
                .sorted(Comparator.comparing(HierarchyNode::name).thenComparing(HierarchyNode::id))
                .toList();
    }

    @Override
    public List<Placement> placements(HierarchyKind kind, AsOf asOf) {
        return database.read(handle -> placements.all(handle, asOf)).stream()
                .filter(placement -> placement.hierarchy() == kind)
                .filter(placement -> placement.node().isPresent())
                .toList();
    }

    @Override
    public Scope scope(UUID node, AsOf asOf, HierarchyMode mode) {
        AsOf at = mode == HierarchyMode.AS_IS ? AsOf.LATEST : asOf;
        return database.read(handle -> {
            HierarchyNode top = nodes.find(handle, node, at).orElseThrow(() -> missing(node, "/node"));
            HierarchyKind kind = top.kind().hierarchy();
            Set<UUID> within = new Subtrees(nodes(kind, at)).within(node);
            return new Scope(kind, mode, node, within, kind == HierarchyKind.ORG ? within : placed(kind, at, within));
        });
    }

    private Set<UUID> placed(HierarchyKind kind, AsOf at, Set<UUID> within) {
        return placements(kind, at).stream()
                .filter(placement -> placement.node().filter(within::contains).isPresent())
                .map(Placement::subject)
                .collect(Collectors.toSet());
    }

    @Override
    public HierarchyNode create(
            String name,
            NodeKind kind,
            Optional<UUID> parent,
            Optional<LocalDate> validSince,
            Principal by,
            String reason) {
        checkName(name);
        Instant from = since.of(validSince);
        return database.inTransaction(handle -> {
            ExternalRefs.lock(handle);
            parent.ifPresent(above -> checkParent(handle, above, kind.hierarchy(), from));
            UUID id = UuidCreator.getTimeOrderedEpoch();
            HierarchyNode wanted = new HierarchyNode(id, name, kind, parent, List.of(), 0);
            return nodes.add(handle, id, wanted, from, by, cause(reason, "created"));
        });
    }

    @Override
    public HierarchyNode rename(
            UUID id, long version, String name, Optional<LocalDate> validSince, Principal by, String reason) {
        checkName(name);
        Instant from = since.of(validSince);
        return database.inTransaction(handle -> {
            hold(handle, id, version, from);
            return nodes.patch(handle, id, Json.object().put("name", name), from, by, cause(reason, "renamed"));
        });
    }

    @Override
    public HierarchyNode move(
            UUID id, long version, Optional<UUID> parent, Optional<LocalDate> validSince, Principal by, String reason) {
        Instant from = since.of(validSince);
        return database.inTransaction(handle -> {
            ExternalRefs.lock(handle);
            HierarchyNode node = hold(handle, id, version, from);
            parent.ifPresent(above -> {
                checkParent(handle, above, node.kind().hierarchy(), from);
                refuseCircle(node, above, from);
            });
            ObjectNode patch = Json.object();
            parent.ifPresentOrElse(above -> patch.put("parent", above.toString()), () -> patch.putNull("parent"));
            return nodes.patch(handle, id, patch, from, by, cause(reason, "moved"));
        });
    }

    @Override
    public HierarchyNode end(UUID id, long version, Optional<LocalDate> validSince, Principal by, String reason) {
        Instant from = since.of(validSince);
        return database.inTransaction(handle -> {
            ExternalRefs.lock(handle);
            HierarchyNode node = hold(handle, id, version, from);
            refuseLiving(handle, node);
            ObjectNode patch = Json.object().put("endedOn", since.day(from).toString());
            return nodes.patch(handle, id, patch, from, by, cause(reason, "ended"));
        });
    }

    @Override
    public Placement place(
            HierarchyKind kind,
            UUID subject,
            long version,
            Optional<UUID> node,
            Optional<LocalDate> validSince,
            Principal by,
            String reason) {
        Instant from = since.of(validSince);
        return database.inTransaction(handle -> {
            ExternalRefs.lock(handle);
            checkSubject(handle, kind, subject);
            node.ifPresent(place -> checkParent(handle, place, kind, from));
            Optional<Placement> held = placements.all(handle, AsOf.LATEST).stream()
                    .filter(placement ->
                            placement.hierarchy() == kind && placement.subject().equals(subject))
                    .findFirst();
            Ledger.same(
                    "the placement of",
                    subject,
                    version,
                    held.map(Placement::version).orElse(0L));
            UUID id = held.map(Placement::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
            Placement wanted = new Placement(id, kind, subject, node, 0);
            if (held.isEmpty()) {
                return placements.add(handle, id, wanted, from, by, cause(reason, "placed"));
            }
            ObjectNode patch = Fields.of(wanted);
            if (node.isEmpty()) {
                patch.putNull("node");
            }
            return placements.patch(handle, id, patch, from, by, cause(reason, "placed"));
        });
    }

    private HierarchyNode hold(Handle handle, UUID id, long version, Instant from) {
        HierarchyNode node = nodes.lock(handle, id).orElseThrow(() -> missing(id, "/id"));
        Ledger.same("node", id, version, node.version());
        if (nodes.find(handle, id, AsOf.validAt(from)).isEmpty()) {
            throw INVALID_HIERARCHY
                    .because("%s did not exist yet on %s; give a later day", node.name(), since.day(from))
                    .at("/validSince");
        }
        return node;
    }

    private void checkParent(Handle handle, UUID above, HierarchyKind kind, Instant from) {
        HierarchyNode parent =
                nodes.find(handle, above, AsOf.validAt(from)).orElseThrow(() -> missing(above, "/parent"));
        if (parent.kind().hierarchy() != kind) {
            throw INVALID_HIERARCHY
                    .because(
                            "%s belongs to the hierarchy %s, not %s",
                            parent.name(), parent.kind().hierarchy(), kind)
                    .at("/parent");
        }
        Optional<LocalDate> ended = Tables.NODES.find(handle, above).flatMap(HierarchyNode::endedOn);
        if (ended.isPresent()) {
            throw INVALID_HIERARCHY
                    .because("%s ended on %s, so nothing new belongs there", parent.name(), ended.get())
                    .at("/parent");
        }
    }

    private void refuseCircle(HierarchyNode node, UUID above, Instant from) {
        links.circle(node.id(), above, from, links.until(node.id(), from)).ifPresent(instant -> {
            throw HIERARCHY_CYCLE
                    .because(
                            "%s cannot stand there: on %s the new place would be below %s itself; move that one first",
                            node.name(), since.day(instant), node.name())
                    .at("/parent");
        });
    }

    private static void refuseLiving(Handle handle, HierarchyNode node) {
        List<String> living = Tables.NODES.all(handle, "t.name").stream()
                .filter(child -> child.parent().equals(Optional.of(node.id()))
                        && child.endedOn().isEmpty())
                .map(HierarchyNode::name)
                .toList();
        if (!living.isEmpty()) {
            throw INVALID_HIERARCHY.because(
                    "%s has nodes below it: %s; move or end them first", node.name(), String.join(", ", living));
        }
    }

    private static void checkSubject(Handle handle, HierarchyKind kind, UUID subject) {
        if (kind == HierarchyKind.ORG) {
            throw INVALID_HIERARCHY.because("deals belong to ORG by their owner; change the deal's owner instead");
        }
        boolean known = kind == HierarchyKind.PRODUCT
                ? Tables.PRODUCTS.find(handle, subject).isPresent()
                : Tables.ACCOUNTS.find(handle, subject).isPresent();
        if (!known) {
            throw UNKNOWN_REFERENCE.because(
                    "there is no %s with the id %s", kind == HierarchyKind.PRODUCT ? "product" : "account", subject);
        }
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw INVALID_HIERARCHY
                    .because("name must be one line of at most %d characters", LONGEST_NAME)
                    .at("/name");
        }
    }

    private static RuntimeException missing(UUID id, String pointer) {
        return NODE_NOT_FOUND
                .because("no hierarchy has a node with the id %s, or none had at the time in question", id)
                .at(pointer);
    }

    private static String cause(String reason, String otherwise) {
        return reason.isBlank() ? otherwise : reason;
    }
}
