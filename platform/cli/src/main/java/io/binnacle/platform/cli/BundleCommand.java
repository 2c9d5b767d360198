package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "bundle", description = "Stop or start one bundle of the product.")
final class BundleCommand implements Callable<Integer> {

    /** What to do with the bundle. */
    enum Action {
        STOP,
        START;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Platform platform;

    @Parameters(index = "0", paramLabel = "stop|start", description = "What to do.")
    private Action action;

    @Parameters(index = "1", paramLabel = "NAME", description = "Such as io.binnacle.forecasting.theta.")
    private String name;

    @Spec
    private CommandSpec spec;

    BundleCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        JsonNode bundle = platform.api().post("/api/v1/system/bundles/" + encoded + ":" + action);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is %s. %s%n",
                        bundle.path("name").asText(),
                        bundle.path("state").asText(),
                        Plain.text(bundle.path("whyNotActive").asText()));
        return Exit.OK;
    }
}
