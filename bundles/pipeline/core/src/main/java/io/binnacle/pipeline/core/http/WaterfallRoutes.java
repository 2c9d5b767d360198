package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.HierarchyMode;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.api.WaterfallSummary;
import io.binnacle.pipeline.api.Waterfalls;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waterfalls over HTTP. */
@Component
public final class WaterfallRoutes implements RouteModule {

    private static final String WATERFALL = "/api/v1/pipeline/waterfall";
    private static final int MOST_LEVELS = 100;

    /** A waterfall with the same in seven buckets. */
    record Answer(@JsonUnwrapped Waterfall waterfall, WaterfallSummary summary) {}

    private final Waterfalls waterfalls;
    private final Calendars calendars;
    private final PipelineSettings settings;

    @Activate
    public WaterfallRoutes(
            @Reference Waterfalls waterfalls, @Reference Calendars calendars, @Reference PipelineSettings settings) {
        this.waterfalls = waterfalls;
        this.calendars = calendars;
        this.settings = settings;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(WATERFALL, this::waterfall, Role.VIEWER);
        routes.get(WATERFALL + "/deals", this::deals, Role.VIEWER);
        routes.get(WATERFALL + "/flow", this::flow, Role.VIEWER);
        routes.get(WATERFALL + "/flow/deals", this::flowDeals, Role.VIEWER);
    }

    private void waterfall(Context ctx) {
        Waterfall waterfall = waterfalls.waterfall(query(ctx), levels(ctx));
        ctx.json(new Answer(waterfall, WaterfallSummary.of(waterfall.top())));
    }

    private void deals(Context ctx) {
        Paging.answer(ctx, waterfalls.deals(query(ctx), bucket(ctx, "bucket"), Paging.of(ctx)));
    }

    private void flow(Context ctx) {
        ctx.json(waterfalls.flow(query(ctx)));
    }

    private void flowDeals(Context ctx) {
        Paging.answer(ctx, waterfalls.deals(query(ctx), bucket(ctx, "source"), bucket(ctx, "target"), Paging.of(ctx)));
    }

    private WaterfallQuery query(Context ctx) {
        return new WaterfallQuery(
                Parameters.instant(ctx, "from", settings.zone()).orElseThrow(WaterfallRoutes::noStart),
                Parameters.instant(ctx, "to", settings.zone()).orElse(Instant.MAX),
                Parameters.instant(ctx, "knownAt", settings.zone()).orElse(Instant.MAX),
                Texts.period(ctx, calendars.standard().calendar()).map(ClosingPeriod::of),
                Parameters.queryId(ctx, "node"),
                Parameters.constant(ctx, "mode", Mode.class).orElse(Mode.ENDPOINT),
                Parameters.constant(ctx, "history", HierarchyMode.class).orElse(HierarchyMode.AS_WAS),
                Texts.currency(ctx),
                Parameters.constant(ctx, "rates", RatePolicy.class),
                Parameters.constant(ctx, "hierarchy", HierarchyKind.class).orElse(HierarchyKind.ORG));
    }

    private static OptionalInt levels(Context ctx) {
        int levels = Parameters.number(ctx, "levels").orElse(1);
        if (levels < 0 || levels > MOST_LEVELS) {
            throw INVALID_PARAMETER
                    .because("levels must be from 0 to %d, not %d", MOST_LEVELS, levels)
                    .at("/levels");
        }
        return OptionalInt.of(levels);
    }

    private static WaterfallBucket bucket(Context ctx, String name) {
        String key = Parameters.text(ctx, name).orElse("");
        return WaterfallBucket.of(key).orElseThrow(() -> INVALID_PARAMETER
                .because("%s must be one of %s, not '%s'", name, keys(), key)
                .at("/" + name));
    }

    private static String keys() {
        return Arrays.stream(WaterfallBucket.values()).map(WaterfallBucket::key).collect(Collectors.joining(", "));
    }

    private static PlatformException noStart() {
        return INVALID_PARAMETER
                .because("from is needed: a date, which means its end, or an instant like 2026-11-02T17:00:00Z")
                .at("/from");
    }
}
