package io.binnacle.pipeline.core.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.imports.ImportFormats;
import io.binnacle.pipeline.core.imports.mapping.KeptMappings;
import io.binnacle.pipeline.core.store.MappingRow;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tenant's mappings of imports over HTTP. */
@Component
public final class MappingRoutes implements RouteModule {

    private static final String ALL = "/api/v1/imports/mappings";
    private static final String ONE = ALL + "/{name}";

    /** A mapping as a caller writes it, in YAML. */
    record Wish(@JsonProperty(required = true) String text) {

        Wish {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A mapping as the API shows it. */
    record Shown(String name, String text, long version) {

        static Shown of(MappingRow row) {
            return new Shown(row.name(), row.text(), row.version());
        }
    }

    private final KeptMappings mappings;
    private final ImportFormats formats;

    @Activate
    public MappingRoutes(@Reference KeptMappings mappings, @Reference ImportFormats formats) {
        this.mappings = mappings;
        this.formats = formats;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, ctx -> ctx.json(mappings.all().stream().map(Shown::of).toList()), Role.VIEWER);
        routes.get(ONE, ctx -> answer(ctx, mappings.get(name(ctx))), Role.VIEWER);
        routes.put(ONE, this::put, Role.MANAGER);
        routes.delete(ONE, this::remove, Role.MANAGER);
    }

    private void put(Context ctx) {
        OptionalLong expected =
                ctx.header("If-Match") == null ? OptionalLong.empty() : OptionalLong.of(ETag.ifMatch(ctx));
        List<String> taken = formats.all().stream().map(ImportFormat::name).toList();
        String text = ctx.bodyAsClass(Wish.class).text();
        answer(ctx, mappings.put(name(ctx), text, expected, taken, Caller.of(ctx), Texts.reason(ctx)));
    }

    private void remove(Context ctx) {
        mappings.remove(name(ctx), ETag.ifMatch(ctx), Caller.of(ctx), Texts.reason(ctx));
        ctx.status(204);
    }

    private static String name(Context ctx) {
        return ctx.pathParam("name");
    }

    private static void answer(Context ctx, MappingRow row) {
        ETag.set(ctx, row.version());
        ctx.json(Shown.of(row));
    }
}
