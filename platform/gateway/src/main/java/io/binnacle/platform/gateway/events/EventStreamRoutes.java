package io.binnacle.platform.gateway.events;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.NOT_READY;

import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Every change to every domain entity as it happens, as server-sent events that a client can resume. */
@Component
public final class EventStreamRoutes implements RouteModule {

    private static final int MOST_CLIENTS = 1000;

    private final Journal journal;
    private final EventFeed feed;

    @Activate
    public EventStreamRoutes(@Reference Journal journal) {
        this.journal = journal;
        this.feed = new EventFeed(journal);
    }

    @Deactivate
    void stop() {
        feed.close();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/events", this::stream, Role.VIEWER);
    }

    private void stream(Context ctx) {
        Position from = start(ctx);
        Set<String> types = Parameters.text(ctx, "types")
                .map(text -> Set.of(text.split(",")))
                .orElse(Set.of());
        if (feed.size() >= MOST_CLIENTS) {
            throw NOT_READY.because("%d clients follow the events already; try again later", MOST_CLIENTS);
        }
        ctx.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
        if (ctx.attribute("io.binnacle.head") == null) {
            ctx.future(() -> {
                EventClient client = new EventClient(from, types);
                feed.add(client);
                return client.follow(ctx.req().getAsyncContext(), ctx.res(), () -> feed.remove(client));
            });
        }
    }

    /** Where the client left off; a newcomer starts with what comes next. */
    private Position start(Context ctx) {
        Optional<String> last =
                Optional.ofNullable(ctx.header("Last-Event-ID")).or(() -> Parameters.text(ctx, "lastEventId"));
        Position head = journal.head();
        return last.map(EventStreamRoutes::parse)
                .filter(position -> position.compareTo(head) < 0)
                .orElse(head);
    }

    private static Position parse(String text) {
        try {
            return Position.parse(text);
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER
                    .because("Last-Event-ID must be the id of an event such as 741-12, not '%s'", text)
                    .at("/lastEventId");
        }
    }
}
