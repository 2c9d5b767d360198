package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.api.PipelineError.CALENDAR_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.NamedCalendar;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalPeriod;
import io.binnacle.platform.api.time.PeriodCalendar;
import io.binnacle.platform.api.time.PeriodLevel;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fiscal calendars over HTTP. */
@Component
public final class CalendarRoutes implements RouteModule {

    private static final String ALL = "/api/v1/pipeline/calendars";
    private static final String ONE = ALL + "/{id}";
    private static final String STANDARD = "standard";

    /** A calendar as a caller writes it. */
    record Wish(
            @JsonProperty(required = true) String name,
            Optional<Boolean> standard,
            @JsonProperty(required = true) PeriodCalendar calendar) {

        Wish {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(calendar, "calendar");
        }

        NamedCalendar of(UUID id, long version) {
            return new NamedCalendar(id, name, standard.orElse(false), calendar, version);
        }
    }

    /** A period as the API shows it. */
    record Shown(String name, PeriodLevel level, int year, int number, LocalDate start, LocalDate end) {

        static Shown of(FiscalPeriod period) {
            return new Shown(
                    period.name(), period.level(), period.year(), period.number(), period.start(), period.end());
        }
    }

    private final Calendars calendars;
    private final ZoneId zone;

    @Activate
    public CalendarRoutes(@Reference Calendars calendars, @Reference PipelineSettings settings) {
        this.calendars = calendars;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, ctx -> ctx.json(calendars.all()), Role.VIEWER);
        routes.post(ALL, this::create, Role.MANAGER);
        routes.get(ONE, ctx -> answer(ctx, named(ctx)), Role.VIEWER);
        routes.put(ONE, this::replace, Role.MANAGER);
        routes.get(ONE + "/periods", this::periods, Role.VIEWER);
    }

    private void create(Context ctx) {
        Wish wish = ctx.bodyAsClass(Wish.class);
        NamedCalendar created = calendars.create(wish.of(Calendars.SETTINGS, 0), Caller.of(ctx), Texts.reason(ctx));
        ctx.status(201).header("Location", ALL + "/" + created.id());
        answer(ctx, created);
    }

    private void replace(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        long version = ETag.ifMatch(ctx);
        NamedCalendar wanted = ctx.bodyAsClass(Wish.class).of(id, version);
        answer(ctx, calendars.replace(wanted, Caller.of(ctx), Texts.reason(ctx)));
    }

    private void periods(Context ctx) {
        PeriodLevel level = Parameters.constant(ctx, "level", PeriodLevel.class).orElse(PeriodLevel.QUARTER);
        LocalDate from = required(ctx, "from");
        LocalDate to = required(ctx, "to");
        if (to.isBefore(from) || from.plusYears(100).isBefore(to)) {
            throw INVALID_PARAMETER
                    .because("to must be on or after from and at most a hundred years later")
                    .at("/to");
        }
        ctx.json(periods(named(ctx).calendar(), level, from, to));
    }

    private static List<Shown> periods(PeriodCalendar calendar, PeriodLevel level, LocalDate from, LocalDate to) {
        try {
            return calendar.periods(level, from, to).stream().map(Shown::of).toList();
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("%s", e.getMessage()).at("/from");
        }
    }

    private NamedCalendar named(Context ctx) {
        if (ctx.pathParam("id").equals(STANDARD)) {
            return calendars.standard();
        }
        UUID id = Parameters.id(ctx, "id");
        AsOf asOf = Parameters.asOf(ctx, zone);
        return calendars
                .find(id, asOf)
                .orElseThrow(() -> CALENDAR_NOT_FOUND.because(
                        "there is no calendar with the id %s, or there was none at the time you ask for", id));
    }

    private static LocalDate required(Context ctx, String name) {
        return Texts.day(ctx, name).orElseThrow(() -> INVALID_PARAMETER
                .because("%s is needed, a date like 2026-11-02", name)
                .at("/" + name));
    }

    private static void answer(Context ctx, NamedCalendar calendar) {
        ETag.set(ctx, calendar.version());
        ctx.json(calendar);
    }
}
