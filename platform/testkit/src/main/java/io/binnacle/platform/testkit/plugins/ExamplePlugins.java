package io.binnacle.platform.testkit.plugins;

import java.util.Map;

/** Small plugins that do what a plugin should. */
public final class ExamplePlugins {

    static final String NOTHING = "";
    static final String STEADY = "return Forecast.normal(steady(outlook), steady(outlook), outlook.levels());";

    private static final String MODEL = """
            import io.binnacle.forecasting.api.Forecast;
            import io.binnacle.forecasting.api.ForecastModel;
            import io.binnacle.forecasting.api.Outlook;
            import io.binnacle.forecasting.api.TimeSeries;
            import java.util.Arrays;
            import java.util.Collections;
            import java.util.List;

            public final class Model implements ForecastModel {

                public Model() {
                    %s
                }

                @Override
                public int minimumHistory(int seasonLength) {
                    return 1;
                }

                @Override
                public Forecast forecast(TimeSeries history, Outlook outlook) {
                    %s
                }

                private static double[] steady(Outlook outlook) {
                    double[] values = new double[outlook.horizon()];
                    Arrays.fill(values, %s);
                    return values;
                }
            }
            """;

    private static final String ROUTES = """
            import io.binnacle.platform.api.http.RouteModule;
            import io.binnacle.platform.api.security.Role;
            import io.javalin.http.Context;
            import io.javalin.router.JavalinDefaultRoutingApi;
            import io.javalin.security.RouteRole;

            public final class Routes implements RouteModule {

                @Override
                public void routes(JavalinDefaultRoutingApi routes) {
                    routes.get("%1$s", ctx -> ctx.result("%2$s"), Role.VIEWER);
                }
            }
            """;

    private static final String PROBE = """
            import io.binnacle.platform.api.plugin.HealthProbe;
            import java.util.Optional;

            public final class Probe implements HealthProbe {

                private final long born = System.nanoTime();

                @Override
                public Optional<String> problem() {
                    boolean old = System.nanoTime() - born > 1_000_000_000L;
                    return old ? Optional.of("The price list is out of date.") : Optional.empty();
                }
            }
            """;

    private static final String OPENAPI = """
            {"paths": {"%1$s": {"get": {"summary": "Tells its version", "x-role": "VIEWER",
              "responses": {"200": {"description": "the version"}}}}}}
            """;

    private ExamplePlugins() {}

    /** A model {@code io.example.steady} called {@code steady} that always forecasts {@code value}. */
    public static PluginFile steadyModel(String version, double value) {
        return model("io.example.steady", version, "steady", NOTHING, STEADY, value);
    }

    /** A version of {@link #steadyModel} that starts well and turns unhealthy after a second. */
    public static PluginFile ailingModel(String version, double value) {
        return steadyModel(version, value)
                .source("Probe", PROBE)
                .component("Probe", "io.binnacle.platform.api.plugin.HealthProbe", Map.of());
    }

    /** {@code io.example.teller} answers its version at {@code /api/v1/examples/teller}. */
    public static PluginFile teller(String version) {
        return route("io.example.teller", version, "/api/v1/examples/teller");
    }

    /** Answers its version at {@code path}. */
    static PluginFile route(String id, String version, String path) {
        return PluginFile.of(id, version)
                .source("Routes", ROUTES.formatted(path, version))
                .component("Routes", "io.binnacle.platform.api.http.RouteModule", Map.of())
                .resource("openapi.json", OPENAPI.formatted(path))
                .manifest(json -> json.putArray("permissions").add("routes"));
    }

    static PluginFile model(String id, String version, String model, String activating, String forecasting) {
        return model(id, version, model, activating, forecasting, 1);
    }

    private static PluginFile model(
            String id, String version, String model, String activating, String forecasting, double value) {
        return PluginFile.of(id, version)
                .source("Model", MODEL.formatted(activating, forecasting, value))
                .component("Model", "io.binnacle.forecasting.api.ForecastModel", Map.of("forecast.model.id", model))
                .manifest(json -> json.put("kind", "forecast-model")
                        .putObject("spi")
                        .put("io.binnacle.forecasting.api", "[1.0,2)"));
    }
}
