package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.api.PipelineError.NODE_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.Hierarchies;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyMode;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Placement;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The dated hierarchies over HTTP. */
@Component
public final class HierarchyRoutes implements RouteModule {

    private static final String ALL = "/api/v1/pipeline/hierarchies";
    private static final String KIND = ALL + "/{kind}";
    private static final String NODES = KIND + "/nodes";
    private static final String NODE = NODES + "/{id}";
    private static final String PLACEMENTS = KIND + "/placements";

    /** A hierarchy that there is. */
    record Known(HierarchyKind kind, List<NodeKind> levels) {

        static Known of(HierarchyKind kind) {
            return new Known(
                    kind,
                    Arrays.stream(NodeKind.values())
                            .filter(level -> level.hierarchy() == kind)
                            .toList());
        }
    }

    /** A hierarchy as it was or is; the mode says which. */
    record Tree(HierarchyKind kind, HierarchyMode mode, List<HierarchyNode> nodes) {}

    /** A node to be made. */
    record NewNode(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) NodeKind kind,
            Optional<UUID> parent) {

        NewNode {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** A node that gets another name. */
    record NewName(@JsonProperty(required = true) String name) {

        NewName {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A node's new place; none is the top. */
    record NewPlace(Optional<UUID> parent) {}

    /** Where an account or a product is to belong; none takes it out. */
    record Where(Optional<UUID> node) {}

    private final Hierarchies hierarchies;
    private final ZoneId zone;

    @Activate
    public HierarchyRoutes(@Reference Hierarchies hierarchies, @Reference PipelineSettings settings) {
        this.hierarchies = hierarchies;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, HierarchyRoutes::known, Role.VIEWER);
        routes.get(KIND, this::tree, Role.VIEWER);
        routes.post(NODES, this::create, Role.MANAGER);
        routes.put(NODE + "/name", this::rename, Role.MANAGER);
        routes.put(NODE + "/parent", this::move, Role.MANAGER);
        routes.delete(NODE, this::end, Role.MANAGER);
        routes.get(NODE + "/scope", this::scope, Role.VIEWER);
        routes.get(PLACEMENTS, this::placements, Role.VIEWER);
        routes.put(PLACEMENTS + "/{subject}", this::place, Role.MANAGER);
    }

    private static void known(Context ctx) {
        ctx.json(Stream.of(HierarchyKind.values()).map(Known::of).toList());
    }

    private void tree(Context ctx) {
        HierarchyMode mode = mode(ctx);
        AsOf asOf = mode == HierarchyMode.AS_IS ? AsOf.LATEST : Parameters.asOf(ctx, zone);
        ctx.json(new Tree(kind(ctx), mode, hierarchies.nodes(kind(ctx), asOf)));
    }

    private void create(Context ctx) {
        NewNode wish = ctx.bodyAsClass(NewNode.class);
        if (wish.kind().hierarchy() != kind(ctx)) {
            throw INVALID_CONTENT
                    .because("the hierarchy %s has no level %s", kind(ctx), wish.kind())
                    .at("/kind");
        }
        HierarchyNode created = hierarchies.create(
                wish.name(), wish.kind(), wish.parent(), validSince(ctx), Caller.of(ctx), Texts.reason(ctx));
        ctx.status(201).header("Location", ALL + "/" + kind(ctx) + "/nodes/" + created.id());
        answer(ctx, created);
    }

    private void rename(Context ctx) {
        String name = ctx.bodyAsClass(NewName.class).name();
        answer(
                ctx,
                hierarchies.rename(
                        node(ctx), ETag.ifMatch(ctx), name, validSince(ctx), Caller.of(ctx), Texts.reason(ctx)));
    }

    private void move(Context ctx) {
        Optional<UUID> parent = ctx.bodyAsClass(NewPlace.class).parent();
        answer(
                ctx,
                hierarchies.move(
                        node(ctx), ETag.ifMatch(ctx), parent, validSince(ctx), Caller.of(ctx), Texts.reason(ctx)));
    }

    private void end(Context ctx) {
        answer(ctx, hierarchies.end(node(ctx), ETag.ifMatch(ctx), validSince(ctx), Caller.of(ctx), Texts.reason(ctx)));
    }

    private void scope(Context ctx) {
        ctx.json(hierarchies.scope(node(ctx), Parameters.asOf(ctx, zone), mode(ctx)));
    }

    private void placements(Context ctx) {
        ctx.json(hierarchies.placements(kind(ctx), Parameters.asOf(ctx, zone)));
    }

    private void place(Context ctx) {
        Optional<UUID> node = ctx.bodyAsClass(Where.class).node();
        Placement placement = hierarchies.place(
                kind(ctx),
                Parameters.id(ctx, "subject"),
                ETag.ifMatch(ctx),
                node,
                validSince(ctx),
                Caller.of(ctx),
                Texts.reason(ctx));
        ETag.set(ctx, placement.version());
        ctx.json(placement);
    }

    private static void answer(Context ctx, HierarchyNode node) {
        ETag.set(ctx, node.version());
        ctx.json(node);
    }

    /** The node in the path, which must belong to the hierarchy in the path, now or at some time. */
    private UUID node(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        HierarchyKind kind = kind(ctx);
        if (hierarchies.nodes(kind, AsOf.LATEST).stream()
                .noneMatch(node -> node.id().equals(id))) {
            throw NODE_NOT_FOUND.because("the hierarchy %s has no node with the id %s", kind, id);
        }
        return id;
    }

    private static HierarchyKind kind(Context ctx) {
        String name = ctx.pathParam("kind");
        return Stream.of(HierarchyKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER
                        .because("a hierarchy is one of %s, not '%s'", Arrays.toString(HierarchyKind.values()), name)
                        .at("/kind"));
    }

    private static HierarchyMode mode(Context ctx) {
        return Parameters.constant(ctx, "mode", HierarchyMode.class).orElse(HierarchyMode.AS_WAS);
    }

    private static Optional<LocalDate> validSince(Context ctx) {
        return Texts.day(ctx, "validSince");
    }
}
