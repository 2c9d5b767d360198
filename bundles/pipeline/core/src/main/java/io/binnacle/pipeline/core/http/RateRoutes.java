package io.binnacle.pipeline.core.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.ExchangeRates;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates between currencies over HTTP. Setting a rate twice alike changes nothing, so no version is asked for. */
@Component
public final class RateRoutes implements RouteModule {

    private static final String ALL = "/api/v1/pipeline/rates";

    /** Rates to be set, all or none. */
    record Wish(@JsonProperty(required = true) List<ExchangeRate> rates) {

        Wish {
            rates = List.copyOf(Objects.requireNonNull(rates, "rates"));
        }
    }

    /** How many rates were new or changed. */
    record Changed(int changed) {}

    private final ExchangeRates rates;
    private final ZoneId zone;

    @Activate
    public RateRoutes(@Reference ExchangeRates rates, @Reference PipelineSettings settings) {
        this.rates = rates;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::all, Role.VIEWER);
        routes.put(ALL, this::set, Role.MANAGER);
    }

    private void all(Context ctx) {
        ctx.json(rates.all(Parameters.asOf(ctx, zone).knownAt()));
    }

    private void set(Context ctx) {
        boolean file = Optional.ofNullable(ctx.contentType())
                .filter(type -> type.startsWith(RateFile.MEDIA_TYPE))
                .isPresent();
        List<ExchangeRate> wanted =
                file ? RateFile.read(ctx.body()) : ctx.bodyAsClass(Wish.class).rates();
        ctx.json(new Changed(rates.set(wanted, Caller.of(ctx), Texts.reason(ctx))));
    }
}
