package io.binnacle.platform.testkit.plugins;

import static io.binnacle.platform.testkit.plugins.ExamplePlugins.NOTHING;
import static io.binnacle.platform.testkit.plugins.ExamplePlugins.STEADY;
import static io.binnacle.platform.testkit.plugins.ExamplePlugins.model;
import static io.binnacle.platform.testkit.plugins.ExamplePlugins.route;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One plugin for each way to be bad. What becomes of them stands in {@code docs/reference/plugin-errors.md}.
 *
 * <p>Each has the id {@code io.example.} and its name without dashes, and the version 1.0.0; those with a model
 * call it by their name.
 */
public final class BadPlugins {

    private static final int BOMB_BYTES = 80 << 20;

    private static final String FOR_EVER =
            "while (true) java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);";

    private static final String HANGING_PROBE = """
            import io.binnacle.platform.api.plugin.HealthProbe;
            import java.util.Optional;

            public final class Probe implements HealthProbe {

                @Override
                public Optional<String> problem() {
                    %s
                }
            }
            """.formatted(FOR_EVER);

    private static final String HANGING_END = """
            public final class Stubborn implements Runnable {

                @Override
                public void run() {}

                public void deactivate() {
                    %s
                }
            }
            """.formatted(FOR_EVER);

    private final Map<String, Function<Path, Path>> family = new LinkedHashMap<>();
    private final PluginKey publisher;

    /** @param publisher the pinned key of the publisher {@code example} */
    public BadPlugins(PluginKey publisher) {
        this.publisher = publisher;
        files();
        manifests();
        contributions();
        activations();
        ends();
        models();
    }

    /** The names of all, such as {@code throws-in-activate}. */
    public Set<String> names() {
        return family.keySet();
    }

    /** Writes the plugin of this name into a folder. */
    public Path write(String name, Path folder) {
        return family.get(name).apply(folder);
    }

    /** The id of the plugin of this name. */
    public static String id(String name) {
        return "io.example." + name.replace("-", "");
    }

    /** A version 2.0.0, so that the plugin of this name is a step back. */
    public static Path later(String name, Path folder) {
        return model(id(name), "2.0.0", name, NOTHING, STEADY).write(folder);
    }

    private void files() {
        family.put("wrong-digest", folder -> good("wrong-digest").writeTampered(folder));
        family.put("wrong-signature", folder -> good("wrong-signature")
                .forgedBy(PluginKey.generate(), publisher)
                .write(folder));
        family.put(
                "unknown-key",
                folder -> good("unknown-key").signedBy(PluginKey.generate()).write(folder));
        add("zip-slip", good("zip-slip").unlisted("bundles/../../escaped.jar", PluginKey.utf8("out")));
        add("zip-bomb", good("zip-bomb").content("content/zeros.json", new byte[BOMB_BYTES]));
        family.put("unsigned", folder -> good("unsigned").write(folder));
        add("downgrade", good("downgrade"));
        add("unlisted-file", good("unlisted-file").unlisted("content/extra.json", PluginKey.utf8("{}")));
    }

    private void manifests() {
        add("incompatible-spi", good("incompatible-spi").manifest(json -> json.putObject("spi")
                .put("io.binnacle.forecasting.api", "[9,10)")));
        add("incompatible-platform", good("incompatible-platform").manifest(json -> json.put("platform", "[7,8)")));
        add(
                "missing-requirement",
                good("missing-requirement").header("Import-Package", "io.binnacle.warehouse.api;version=\"[3,4)\""));
        add(
                "exports-platform-package",
                good("exports-platform-package")
                        .header("Export-Package", "io.binnacle.platform.api.http;version=\"9.0.0\""));
        add("system-fragment", good("system-fragment").header("Fragment-Host", "system.bundle;extension:=framework"));
        add("dynamic-import", good("dynamic-import").header("DynamicImport-Package", "*"));
        add("activator", good("activator").header("Bundle-Activator", id("activator") + ".Model"));
    }

    private void contributions() {
        add("takes-a-route", route(id("takes-a-route"), "1.0.0", "/api/v1/insights"));
    }

    private void activations() {
        activating("throws-in-activate", "if (true) throw new IllegalStateException(\"there is no price list\");");
        activating(
                "hangs-in-activate",
                "for (long end = System.nanoTime() + 6_000_000_000L; System.nanoTime() < end; )"
                        + " try { Thread.sleep(1000); } catch (InterruptedException e) { /* stubborn */ }");
        activating("busy-loop", "for (long end = System.nanoTime() + 6_000_000_000L; System.nanoTime() < end; ) { }");
        activating(
                "leaks-a-thread",
                "Thread thread = new Thread(() -> { try { Thread.sleep(120_000); } catch"
                        + " (InterruptedException e) { } }, \"forgotten\"); thread.setDaemon(true); thread.start();");
        activating("system-exit", "System.exit(3);");
        // What a look at the class files does not find.
        activating(
                "exits-by-reflection",
                "try { Class.forName(\"java.lang.Sys\" + \"tem\").getMethod(\"ex\" + \"it\","
                        + " int.class).invoke(null, 3); } catch (ReflectiveOperationException e) { }");
        activating(
                "out-of-memory",
                "java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) all.add(new"
                        + " long[1 << 29]);");
    }

    private void ends() {
        add(
                "hangs-in-probe",
                good("hangs-in-probe")
                        .source("Probe", HANGING_PROBE)
                        .component("Probe", "io.binnacle.platform.api.plugin.HealthProbe", Map.of()));
        add(
                "hangs-in-deactivate",
                good("hangs-in-deactivate")
                        .source("Stubborn", HANGING_END)
                        .component("Stubborn", "java.lang.Runnable", Map.of()));
    }

    private void models() {
        forecasting("returns-null", "return null;");
        forecasting(
                "returns-nan", "return new Forecast(Collections.nCopies(outlook.horizon(), Double.NaN), List.of());");
        forecasting("returns-too-few", "return new Forecast(List.of(1.0), List.of());");
        forecasting("returns-a-billion", "return new Forecast(Collections.nCopies(1_000_000_000, 1.0), List.of());");
        forecasting(
                "throws-an-error",
                "throw new StackOverflowError(\"recursion without end in \" + history.length() + outlook.horizon());");
        forecasting(
                "leaks-a-thread-local",
                "new ThreadLocal<Object>().set(new Object() { final Model kept = Model.this; });" + STEADY);
    }

    private void add(String name, PluginFile file) {
        family.put(name, file::write);
    }

    private void activating(String name, String code) {
        add(name, model(id(name), "1.0.0", name, code, STEADY));
    }

    private void forecasting(String name, String code) {
        add(name, model(id(name), "1.0.0", name, NOTHING, code));
    }

    private static PluginFile good(String name) {
        return model(id(name), "1.0.0", name, NOTHING, STEADY);
    }
}
