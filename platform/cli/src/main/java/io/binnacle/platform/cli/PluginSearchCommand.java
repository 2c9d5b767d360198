package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "search", description = "List what the catalogue offers, and which version fits this platform.")
final class PluginSearchCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What the id, name or description contains.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec;

    PluginSearchCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        String query = URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
        JsonNode offers = plugins.api().get("/api/v1/plugin-catalogue?q=" + query);
        new PluginReport(plugins.out()).offers(offers);
        return Exit.OK;
    }
}
