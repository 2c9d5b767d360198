package io.binnacle.industry.core;

import static io.binnacle.industry.api.IndustryError.INVALID_LEVER_INPUT;
import static io.binnacle.platform.api.security.Role.VIEWER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.industry.api.Estimate;
import io.binnacle.industry.api.PackContent;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.json.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The industries over HTTP. */
@Component
public final class IndustryRoutes implements RouteModule {

    private static final String INDUSTRIES = "/api/v1/industries";
    private static final String INDUSTRY = INDUSTRIES + "/{id}";

    private final PackRegistry packs;

    @Activate
    public IndustryRoutes(@Reference PackRegistry packs) {
        this.packs = packs;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(
                INDUSTRIES,
                ctx -> ctx.json(packs.all().stream().map(this::shown).toList()),
                VIEWER);
        routes.get(INDUSTRY, this::read, VIEWER);
        routes.get(INDUSTRY + "/benchmarks", this::benchmarks, VIEWER);
        routes.post(INDUSTRY + "/levers/{key}:evaluate", this::evaluate, VIEWER);
    }

    private void read(Context ctx) {
        String id = ctx.pathParam("id");
        List<ShownPack> shown = packs.all().stream()
                .filter(arrival -> arrival.id().equals(id))
                .map(this::shown)
                .toList();
        if (shown.isEmpty()) {
            throw packs.unknown(id);
        }
        ctx.json(new Industry(id, shown, packs.find(id)));
    }

    private void benchmarks(Context ctx) {
        ctx.json(packs.benchmarks(ctx.pathParam("id"), Parameters.text(ctx, "metric")));
    }

    private void evaluate(Context ctx) {
        LeverInputs body = ctx.bodyAsClass(LeverInputs.class);
        Map<String, Estimate> variables = new TreeMap<>();
        body.variables().forEach((name, value) -> variables.put(name, estimate(name, value)));
        ctx.json(packs.evaluate(ctx.pathParam("id"), ctx.pathParam("key"), variables, body.currency()));
    }

    private static Estimate estimate(String name, JsonNode value) {
        if (value.isNumber()) {
            return Estimate.exactly(value.decimalValue());
        }
        try {
            return Json.mapper().treeToValue(object(value), Estimate.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw INVALID_LEVER_INPUT
                    .because("%s must be a number, or {low, value, high} that ascend", name)
                    .at("/variables/" + name)
                    .causedBy(e);
        }
    }

    /** A null would be read as no estimate at all. */
    private static JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw new IllegalArgumentException(value.getNodeType() + " is no object");
        }
        return value;
    }

    private ShownPack shown(Arrival arrival) {
        Optional<PackContent> inUse = packs.find(arrival.id());
        State state =
                !arrival.isFit() ? State.REFUSED : inUse.equals(arrival.content()) ? State.IN_USE : State.SUPERSEDED;
        return new ShownPack(
                arrival.id(),
                arrival.content().map(PackContent::name).orElse(arrival.id()),
                arrival.plugin(),
                arrival.version().toString(),
                state,
                arrival.problems());
    }

    enum State {
        IN_USE,
        /** A higher version of the same industry is in use. */
        SUPERSEDED,
        /** It is not in order, or a golden test fails. */
        REFUSED
    }

    record ShownPack(String id, String name, String plugin, String pluginVersion, State state, List<String> problems) {}

    record Industry(String id, List<ShownPack> packs, Optional<PackContent> content) {}

    record LeverInputs(Map<String, JsonNode> variables, Optional<String> currency) {

        LeverInputs {
            variables = variables == null ? Map.of() : variables;
        }
    }
}
