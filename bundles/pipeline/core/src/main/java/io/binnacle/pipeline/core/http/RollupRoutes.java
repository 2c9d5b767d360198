package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.CreditMode;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyMode;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.api.RollupQuery;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums of the pipeline over HTTP. */
@Component
public final class RollupRoutes implements RouteModule {

    /** A fiscal quarter as the API shows it. */
    record Quarter(String name, int year, int quarter, LocalDate start, LocalDate end) {

        static Quarter of(FiscalQuarter quarter) {
            return new Quarter(quarter.name(), quarter.year(), quarter.quarter(), quarter.start(), quarter.end());
        }
    }

    private final Rollups rollups;
    private final RevenueHistory revenue;

    @Activate
    public RollupRoutes(@Reference Rollups rollups, @Reference RevenueHistory revenue) {
        this.rollups = rollups;
        this.revenue = revenue;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/pipeline/rollup", this::rollup, Role.VIEWER);
        routes.get("/api/v1/pipeline/quarters", this::quarters, Role.VIEWER);
        routes.get("/api/v1/pipeline/revenue", this::revenue, Role.VIEWER);
    }

    private void rollup(Context ctx) {
        ctx.json(rollups.rollup(new RollupQuery(
                Texts.period(ctx, rollups.periods()),
                Texts.currency(ctx),
                Parameters.constant(ctx, "rates", RatePolicy.class),
                Parameters.constant(ctx, "hierarchy", HierarchyKind.class).orElse(HierarchyKind.ORG),
                Parameters.constant(ctx, "mode", HierarchyMode.class).orElse(HierarchyMode.AS_WAS),
                Parameters.constant(ctx, "credit", CreditMode.class).orElse(CreditMode.OWNER),
                asOf(ctx))));
    }

    private void quarters(Context ctx) {
        ctx.json(rollups.quarters().stream().map(Quarter::of).toList());
    }

    private void revenue(Context ctx) {
        Grouping grouping = Parameters.constant(ctx, "by", Grouping.class).orElse(Grouping.ALL);
        ctx.json(revenue.wonByMonth(grouping, Texts.currency(ctx), asOf(ctx)));
    }

    private AsOf asOf(Context ctx) {
        return Parameters.asOf(ctx, rollups.calendar().zone());
    }
}
