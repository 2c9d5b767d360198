package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.api.Credits;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.money.LargestRemainder;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has the credit for a deal, over HTTP. */
@Component
public final class SplitRoutes implements RouteModule {

    private static final String SPLITS = "/api/v1/pipeline/opportunities/{id}/splits";

    /** A split as a caller writes it; a list that is left out is empty. */
    record Wish(
            Optional<List<CreditShare>> revenue,
            Optional<List<CreditShare>> overlay,
            Optional<List<CreditShare>> consumption) {

        Wish {
            revenue = revenue.map(List::copyOf);
            overlay = overlay.map(List::copyOf);
            consumption = consumption.map(List::copyOf);
        }

        CreditSplit of(UUID opportunity, long version) {
            return new CreditSplit(
                    opportunity,
                    revenue.orElse(List.of()),
                    overlay.orElse(List.of()),
                    consumption.orElse(List.of()),
                    version);
        }
    }

    /** A split with what the revenue shares are worth, in their order and to the cent. */
    record Shown(CreditSplit split, List<Money> revenue) {}

    private final Credits credits;
    private final Opportunities opportunities;
    private final ZoneId zone;

    @Activate
    public SplitRoutes(
            @Reference Credits credits, @Reference Opportunities opportunities, @Reference PipelineSettings settings) {
        this.credits = credits;
        this.opportunities = opportunities;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(SPLITS, this::read, Role.VIEWER);
        routes.put(SPLITS, this::split, Role.SELLER);
    }

    private void read(Context ctx) {
        AsOf asOf = Parameters.asOf(ctx, zone);
        answer(ctx, credits.of(Parameters.id(ctx, "id"), asOf), asOf);
    }

    private void split(Context ctx) {
        CreditSplit wanted = ctx.bodyAsClass(Wish.class).of(Parameters.id(ctx, "id"), ETag.ifMatch(ctx));
        CreditSplit kept = credits.split(wanted, Texts.day(ctx, "validSince"), Caller.of(ctx), Texts.reason(ctx));
        answer(ctx, kept, AsOf.LATEST);
    }

    private void answer(Context ctx, CreditSplit split, AsOf asOf) {
        ETag.set(ctx, split.version());
        ctx.json(new Shown(split, worth(split, asOf)));
    }

    private List<Money> worth(CreditSplit split, AsOf asOf) {
        if (split.revenue().isEmpty()) {
            return List.of();
        }
        return opportunities
                .find(split.id(), asOf)
                .flatMap(Opportunity::amount)
                .map(amount -> LargestRemainder.share(
                        amount,
                        split.revenue().stream().map(CreditShare::percent).toList()))
                .orElse(List.of());
    }
}
