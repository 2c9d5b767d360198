package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.api.PipelineError.PIPELINE_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pipelines over HTTP. */
@Component
public final class PipelineRoutes implements RouteModule {

    private static final String ALL = "/api/v1/pipeline/pipelines";
    private static final String ONE = ALL + "/{id}";

    /** A pipeline as a caller writes it. */
    record Wish(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) List<Stage> stages) {

        Wish {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(name, "name");
            stages = List.copyOf(stages);
        }

        Pipeline of(UUID id, long version) {
            return new Pipeline(id, key, name, stages, version);
        }
    }

    private final Pipelines pipelines;
    private final ZoneId zone;

    @Activate
    public PipelineRoutes(@Reference Pipelines pipelines, @Reference PipelineSettings settings) {
        this.pipelines = pipelines;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, ctx -> ctx.json(pipelines.all(Parameters.asOf(ctx, zone))), Role.VIEWER);
        routes.post(ALL, this::create, Role.MANAGER);
        routes.get(ONE, this::read, Role.VIEWER);
        routes.put(ONE, this::replace, Role.MANAGER);
    }

    private void create(Context ctx) {
        Pipeline wanted = ctx.bodyAsClass(Wish.class).of(Pipelines.STANDARD, 0);
        Pipeline created = pipelines.create(wanted, Caller.of(ctx), Texts.reason(ctx));
        ctx.status(201).header("Location", ALL + "/" + created.id());
        answer(ctx, created);
    }

    private void read(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        answer(
                ctx,
                pipelines
                        .find(id, Parameters.asOf(ctx, zone))
                        .orElseThrow(() -> PIPELINE_NOT_FOUND.because(
                                "there is no pipeline with the id %s, or there was none at the time you ask for", id)));
    }

    private void replace(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        Pipeline wanted = ctx.bodyAsClass(Wish.class).of(id, ETag.ifMatch(ctx));
        answer(ctx, pipelines.replace(wanted, Caller.of(ctx), Texts.reason(ctx)));
    }

    private static void answer(Context ctx, Pipeline pipeline) {
        ETag.set(ctx, pipeline.version());
        ctx.json(pipeline);
    }
}
