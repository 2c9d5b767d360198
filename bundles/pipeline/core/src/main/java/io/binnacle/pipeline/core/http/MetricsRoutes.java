package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.pipeline.api.Rollups;
import io.binnacle.pipeline.api.metrics.Commits;
import io.binnacle.pipeline.api.metrics.Health;
import io.binnacle.pipeline.api.metrics.PipelineMetrics;
import io.binnacle.pipeline.api.metrics.Segment;
import io.binnacle.pipeline.api.metrics.SizeBand;
import io.binnacle.pipeline.api.metrics.Velocity;
import io.binnacle.pipeline.api.metrics.Window;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures of the pipeline over HTTP. */
@Component
public final class MetricsRoutes implements RouteModule {

    private static final String ROOT = "/api/v1/pipeline/";

    /** Velocity, slip, ageing and commits at one point in time. */
    record Metrics(Velocity velocity, Health health, Commits commits) {}

    private final PipelineMetrics metrics;
    private final Rollups rollups;

    @Activate
    public MetricsRoutes(@Reference PipelineMetrics metrics, @Reference Rollups rollups) {
        this.metrics = metrics;
        this.rollups = rollups;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ROOT + "metrics", this::metrics, Role.VIEWER);
        routes.get(ROOT + "metrics/deals", this::deals, Role.VIEWER);
        routes.get(ROOT + "conversion", this::conversion, Role.VIEWER);
        routes.get(ROOT + "coverage", this::coverage, Role.VIEWER);
    }

    private void metrics(Context ctx) {
        Segment segment = segment(ctx);
        Velocity velocity = metrics.velocity(segment, window(ctx), Texts.currency(ctx), asOf(ctx));
        Commits commits = metrics.commits(segment, Texts.currency(ctx), asOf(ctx));
        ctx.json(new Metrics(velocity, metrics.health(segment, asOf(ctx)), commits));
    }

    private void deals(Context ctx) {
        ctx.json(metrics.deals(segment(ctx), asOf(ctx)));
    }

    private void conversion(Context ctx) {
        ctx.json(metrics.conversion(segment(ctx), window(ctx), asOf(ctx)));
    }

    private void coverage(Context ctx) {
        ctx.json(metrics.coverage(Parameters.queryId(ctx, "node"), period(ctx), share(ctx), asOf(ctx)));
    }

    private static Segment segment(Context ctx) {
        return new Segment(
                Texts.printable(ctx, "pipeline"),
                Parameters.queryId(ctx, "node"),
                Parameters.queryId(ctx, "product"),
                Parameters.constant(ctx, "sizeBand", SizeBand.class));
    }

    private static Optional<Window> window(Context ctx) {
        Optional<LocalDate> from = date(ctx, "from");
        Optional<LocalDate> to = date(ctx, "to");
        if (from.isPresent() != to.isPresent()
                || from.isPresent() && to.orElseThrow().isBefore(from.orElseThrow())) {
            throw INVALID_PARAMETER
                    .because("give from and to together, from not after to")
                    .at("/from");
        }
        return from.map(first -> new Window(first, to.orElseThrow()));
    }

    private static Optional<LocalDate> date(Context ctx, String name) {
        Optional<String> text = Parameters.text(ctx, name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw INVALID_PARAMETER
                    .because("%s must be a date like 2026-11-02, not '%s'", name, text.orElseThrow())
                    .at("/" + name);
        }
    }

    private FiscalQuarter period(Context ctx) {
        try {
            return Parameters.text(ctx, "period")
                    .map(rollups.periods()::quarter)
                    .orElseThrow(() -> new IllegalArgumentException("say which fiscal quarter, such as 2026-Q4"));
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("%s", "period: " + e.getMessage()).at("/period");
        }
    }

    private static Optional<BigDecimal> share(Context ctx) {
        Optional<String> text = Parameters.text(ctx, "conversion");
        Optional<BigDecimal> share =
                text.filter(value -> value.matches("[01](\\.\\d{1,9})?")).map(BigDecimal::new);
        if (text.isPresent()
                && share.filter(value -> value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0)
                        .isEmpty()) {
            throw INVALID_PARAMETER
                    .because(
                            "conversion must be a number above 0 and up to 1, such as 0.32, not '%s'",
                            text.orElseThrow())
                    .at("/conversion");
        }
        return share;
    }

    private AsOf asOf(Context ctx) {
        return Parameters.asOf(ctx, rollups.calendar().zone());
    }
}
