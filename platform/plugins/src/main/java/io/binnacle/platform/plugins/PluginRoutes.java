package io.binnacle.platform.plugins;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.MALFORMED_REQUEST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.plugins.lifecycle.CatalogueFiles;
import io.binnacle.platform.plugins.lifecycle.Lifecycle;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installing, changing and removing plugins. */
@Component
public final class PluginRoutes implements RouteModule {

    private static final int LOG_LINES = 500;

    private final Plugins plugins;
    private final Operations operations;

    /** What an administrator changes of a plugin. */
    record Patch(boolean enabled) {}

    /** A plugin of the catalogue, in the newest version that fits when none is named. */
    record CatalogueReference(Wanted catalogue) {

        CatalogueReference {
            Objects.requireNonNull(catalogue, "catalogue");
        }
    }

    record Wanted(String id, Optional<String> version) {

        Wanted {
            Objects.requireNonNull(id, "id");
        }
    }

    /** What is done with the file of a plugin. */
    private interface FileChange {

        Object apply(Lifecycle lifecycle, Path file, Progress progress);
    }

    @Activate
    public PluginRoutes(@Reference Plugins plugins, @Reference Operations operations) {
        this.plugins = plugins;
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        String all = "/api/v1/plugins";
        String one = all + "/{id}";
        routes.post(all + ":check", this::check, Role.ADMIN);
        routes.post(all, this::install, Role.ADMIN);
        routes.get(all, ctx -> ctx.json(plugins.system().view().list()), Role.ADMIN);
        routes.get(one, ctx -> ctx.json(plugins.system().view().find(id(ctx))), Role.ADMIN);
        routes.patch(one, this::patch, Role.ADMIN);
        routes.delete(one, this::uninstall, Role.ADMIN);
        routes.get("/api/v1/plugin-catalogue", this::offers, Role.ADMIN);
        routes.post(one + ":update", this::update, Role.ADMIN);
        routes.post(one + ":rollback", this::rollback, Role.ADMIN);
        routes.get(one + "/config", this::config, Role.ADMIN);
        routes.put(one + "/config", this::configure, Role.ADMIN);
        routes.get(one + "/log", this::log, Role.ADMIN);
    }

    private void offers(Context ctx) {
        plugins.system()
                .catalogue()
                .offers(Parameters.text(ctx, "q").orElse(""))
                .ifPresentOrElse(ctx::json, () -> ctx.json(new NoOffers(List.of(), CatalogueFiles.NONE_IS_SET)));
    }

    /** The answer where there is no catalogue: nothing, and why. */
    record NoOffers(List<String> plugins, String problem) {}

    private void check(Context ctx) {
        Path file = source(ctx).get();
        ctx.json(using(file, () -> plugins.change("checking a plugin", lifecycle -> lifecycle.check(file))));
    }

    private void install(Context ctx) {
        start(ctx, "plugins.install", source(ctx), Lifecycle::install);
    }

    private void update(Context ctx) {
        String id = id(ctx);
        plugins.system().view().find(id);
        start(ctx, "plugins.update", source(ctx), (lifecycle, file, progress) -> lifecycle.update(id, file, progress));
    }

    private void rollback(Context ctx) {
        String id = id(ctx);
        plugins.system().view().find(id);
        start(ctx, "plugins.rollback", (lifecycle, progress) -> lifecycle.rollback(id, progress));
    }

    private void patch(Context ctx) {
        String id = id(ctx);
        boolean cascade = cascade(ctx);
        boolean enabled = ctx.bodyAsClass(Patch.class).enabled();
        plugins.system().view().find(id);
        start(
                ctx,
                enabled ? "plugins.enable" : "plugins.disable",
                (lifecycle, progress) ->
                        enabled ? lifecycle.enable(id, progress) : lifecycle.disable(id, cascade, progress));
    }

    private void uninstall(Context ctx) {
        String id = id(ctx);
        boolean purge = choice(ctx, "data", "keep", "purge");
        boolean cascade = cascade(ctx);
        plugins.system().view().find(id);
        start(ctx, "plugins.uninstall", (lifecycle, progress) -> lifecycle.uninstall(id, purge, cascade, progress));
    }

    private void config(Context ctx) {
        ctx.json(plugins.system().lifecycle().config(id(ctx)));
    }

    private void configure(Context ctx) {
        String id = id(ctx);
        ObjectNode config = ctx.bodyAsClass(ObjectNode.class);
        ctx.json(plugins.change("configuring " + id, lifecycle -> lifecycle.configure(id, config)));
    }

    private void log(Context ctx) {
        String id = plugins.system().view().find(id(ctx)).id();
        int lines = Math.min(Parameters.number(ctx, "lines").orElse(LOG_LINES), LOG_LINES);
        ctx.contentType("text/plain; charset=utf-8");
        ctx.result(String.join("\n", plugins.system().log(id, Math.max(lines, 1))));
    }

    private void start(Context ctx, String kind, BiFunction<Lifecycle, Progress, Object> change) {
        accept(ctx, kind, progress -> plugins.change(kind, lifecycle -> change.apply(lifecycle, progress)));
    }

    /** Fetching may take its time: other changes need not wait for it. */
    private void start(Context ctx, String kind, Supplier<Path> source, FileChange change) {
        accept(ctx, kind, progress -> {
            Path file = source.get();
            return using(file, () -> plugins.change(kind, lifecycle -> change.apply(lifecycle, file, progress)));
        });
    }

    private void accept(Context ctx, String kind, Operations.Task work) {
        Operation operation = operations.start(kind, Caller.of(ctx), work);
        Accepted.answer(ctx, operation);
    }

    /** The upload is taken now; a file of the catalogue is fetched when it is needed. */
    private Supplier<Path> source(Context ctx) {
        if (ctx.isMultipart()) {
            Path file = upload(ctx);
            return () -> file;
        }
        Wanted wanted = ctx.bodyAsClass(CatalogueReference.class).catalogue();
        return () -> plugins.system().catalogue().fetch(wanted.id(), wanted.version());
    }

    private Path upload(Context ctx) {
        List<UploadedFile> files = ctx.uploadedFiles("plugin");
        if (files.size() != 1) {
            throw MALFORMED_REQUEST.because(
                    "send one file as multipart/form-data, as a part with the name 'plugin', not %d", files.size());
        }
        try (InputStream content = files.get(0).content()) {
            return plugins.system().receive(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T using(Path file, Supplier<T> change) {
        try {
            return change.get();
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Context ctx) {
        return ctx.pathParam("id");
    }

    private static boolean cascade(Context ctx) {
        return choice(ctx, "dependents", "refuse", "cascade");
    }

    /** Whether the second of two words was chosen; the first is what absence means. */
    private static boolean choice(Context ctx, String name, String usual, String other) {
        String chosen = Parameters.text(ctx, name).orElse(usual);
        if (!chosen.equals(usual) && !chosen.equals(other)) {
            throw INVALID_PARAMETER
                    .because("%s must be %s or %s, not '%s'", name, usual, other, chosen)
                    .at("/" + name);
        }
        return chosen.equals(other);
    }
}
