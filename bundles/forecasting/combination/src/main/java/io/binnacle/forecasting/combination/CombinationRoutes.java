package io.binnacle.forecasting.combination;

import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.PRECONDITION_REQUIRED;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Combinations over HTTP. */
@Component
public final class CombinationRoutes implements RouteModule {

    private static final String ALL = "/api/v1/forecasting/combinations";
    private static final String ONE = ALL + "/{id}";

    /** A combination as a caller wants it. */
    record Wish(
            Optional<String> id,
            @JsonProperty(required = true) List<String> members,
            @JsonProperty(required = true) Method method,
            Optional<Weights> weights,
            Optional<Width> width) {

        Recipe recipe() {
            try {
                return new Recipe(members, method, weights, width);
            } catch (IllegalArgumentException e) {
                throw INVALID_CONTENT.because("%s", e.getMessage());
            }
        }
    }

    /** A combination as it is answered. */
    record Shown(
            String id,
            long version,
            List<String> members,
            Method method,
            Optional<Weights> weights,
            Optional<Width> width) {

        static Shown of(Definition one) {
            Recipe recipe = one.recipe();
            return new Shown(
                    one.id(), one.version(), recipe.members(), recipe.method(), recipe.weights(), recipe.width());
        }
    }

    private final Combinations combinations;
    private final OfferedCombinations offered;
    private final Members members;

    @Activate
    public CombinationRoutes(
            @Reference Combinations combinations, @Reference OfferedCombinations offered, @Reference Members members) {
        this.combinations = combinations;
        this.offered = offered;
        this.members = members;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list, Role.VIEWER);
        routes.get(ONE, ctx -> answer(ctx, combinations.require(id(ctx), Parameters.asOf(ctx))), Role.VIEWER);
        routes.put(ONE, this::put, Role.ADMIN);
        routes.delete(ONE, this::delete, Role.ADMIN);
    }

    private void list(Context ctx) {
        ctx.json(Map.of(
                "combinations", combinations.all().stream().map(Shown::of).toList()));
    }

    private void put(Context ctx) {
        String id = id(ctx);
        Wish wish = ctx.bodyAsClass(Wish.class);
        requireName(id, wish);
        Recipe recipe = wish.recipe();
        requireModels(recipe);
        long expected = expected(ctx, id);
        Definition defined = combinations.define(id, expected, recipe, Caller.of(ctx), reason(ctx, "defined"));
        offered.refresh();
        ctx.status(expected == 0 ? HttpStatus.CREATED : HttpStatus.OK);
        answer(ctx, defined);
    }

    private void delete(Context ctx) {
        combinations.delete(id(ctx), ETag.ifMatch(ctx), Caller.of(ctx), reason(ctx, "deleted"));
        offered.refresh();
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void requireName(String id, Wish wish) {
        if (!Definition.isId(id)) {
            throw INVALID_CONTENT
                    .because(
                            "an id has up to 60 lower case letters, digits and dashes, a letter first, unlike '%s'", id)
                    .at("/id");
        }
        if (wish.id().filter(named -> !named.equals(id)).isPresent()) {
            throw INVALID_CONTENT
                    .because(
                            "the body names %s, the path %s; leave the id out of the body",
                            wish.id().get(), id)
                    .at("/id");
        }
        if (id.equals(CombinationModel.ID) || members.ids().contains(id)) {
            throw CONFLICT.because("%s is a model that is installed; give the combination another id", id)
                    .at("/id");
        }
    }

    private void requireModels(Recipe recipe) {
        Set<String> there = members.ids();
        for (int i = 0; i < recipe.members().size(); i++) {
            String member = recipe.members().get(i);
            if (!there.contains(member)) {
                throw MODEL_NOT_FOUND
                        .because(
                                "'%s' cannot be combined: it is not installed, or is a combination itself, whose"
                                        + " members you can name; there are %s",
                                member, there)
                        .at("/members/" + i);
            }
        }
    }

    private long expected(Context ctx, String id) {
        if (ctx.header("If-Match") != null) {
            return ETag.ifMatch(ctx);
        }
        if (combinations.find(id).isPresent()) {
            throw PRECONDITION_REQUIRED.because("%s is defined; send If-Match with its ETag to change it", id);
        }
        return 0;
    }

    private static String id(Context ctx) {
        return ctx.pathParam("id");
    }

    private static String reason(Context ctx, String otherwise) {
        return Parameters.text(ctx, "reason").orElse(otherwise);
    }

    private static void answer(Context ctx, Definition one) {
        ETag.set(ctx, one.version());
        ctx.json(Shown.of(one));
    }
}
