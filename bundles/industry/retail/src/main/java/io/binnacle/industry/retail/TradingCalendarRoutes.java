package io.binnacle.industry.retail;

import static io.binnacle.platform.api.security.Role.SELLER;
import static io.binnacle.platform.api.security.Role.VIEWER;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.industry.retail.TradingEvent.Kind;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The trading calendar over HTTP. */
@Component
public final class TradingCalendarRoutes implements RouteModule {

    static final String CALENDAR = "/api/v1/industries/retail/calendar";

    private final TradingCalendar calendar;

    @Activate
    public TradingCalendarRoutes(@Reference TradingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(CALENDAR, ctx -> ctx.json(calendar.events(Parameters.queryId(ctx, "account"))), VIEWER);
        routes.post(CALENDAR, this::add, SELLER);
        routes.delete(CALENDAR + "/{id}", this::remove, SELLER);
    }

    private void add(Context ctx) {
        NewEvent body = ctx.bodyAsClass(NewEvent.class);
        TradingEvent event = calendar.add(
                body.account(),
                body.kind(),
                body.name(),
                body.firstDay(),
                body.lastDay(),
                Caller.of(ctx),
                body.reason());
        ctx.status(HttpStatus.CREATED).json(event);
    }

    private void remove(Context ctx) {
        calendar.remove(Parameters.id(ctx, "id"), Caller.of(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    record NewEvent(
            @JsonProperty(required = true) UUID account,
            @JsonProperty(required = true) Kind kind,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) LocalDate firstDay,
            @JsonProperty(required = true) LocalDate lastDay,
            @JsonProperty(required = true) String reason) {}
}
