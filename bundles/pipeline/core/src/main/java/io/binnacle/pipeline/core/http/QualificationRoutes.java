package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.qualification.Assessment;
import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.qualification.Qualifications;
import io.binnacle.pipeline.api.qualification.Rating;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** MEDDPICC over HTTP. */
@Component
public final class QualificationRoutes implements RouteModule {

    private static final String ONE = "/api/v1/pipeline/opportunities/{id}/qualification";

    /** The body of a request to rate. */
    record Wish(Optional<Map<Element, Rating>> ratings) {}

    private final Qualifications qualifications;
    private final Opportunities opportunities;
    private final ZoneId zone;

    @Activate
    public QualificationRoutes(
            @Reference Qualifications qualifications,
            @Reference Opportunities opportunities,
            @Reference PipelineSettings settings) {
        this.qualifications = qualifications;
        this.opportunities = opportunities;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ONE, this::read, Role.VIEWER);
        routes.put(ONE, this::rate, Role.SELLER);
    }

    private void read(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        AsOf asOf = Parameters.asOf(ctx, zone);
        if (opportunities.find(id, asOf).isEmpty()) {
            throw PipelineError.OPPORTUNITY_NOT_FOUND.because(
                    "there is no opportunity with the id %s, or there was none at the time you ask for", id);
        }
        answer(ctx, qualifications.of(id, asOf));
    }

    private void rate(Context ctx) {
        Map<Element, Rating> ratings = ctx.bodyAsClass(Wish.class)
                .ratings()
                .orElseThrow(() -> PlatformError.INVALID_CONTENT
                        .because("nothing was rated: ratings is needed, one for each element that is known")
                        .at("/ratings"));
        String reason = Texts.printable(ctx, "reason").orElse("");
        answer(ctx, qualifications.rate(Parameters.id(ctx, "id"), ETag.ifMatch(ctx), ratings, Caller.of(ctx), reason));
    }

    private static void answer(Context ctx, Assessment assessment) {
        ETag.set(ctx, assessment.qualification().version());
        ctx.json(assessment);
    }
}
