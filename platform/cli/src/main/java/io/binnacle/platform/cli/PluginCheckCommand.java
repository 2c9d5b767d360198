package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", description = "Tell what installing a plugin would do, and change nothing.")
final class PluginCheckCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(
            paramLabel = PluginSource.LABEL,
            description = "The plugin: a .zip, the jar of one bundle, or its id in the catalogue.")
    private String source;

    @Spec
    private CommandSpec spec;

    PluginCheckCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        JsonNode report = PluginSource.of(source).send(plugins, PluginApi.ALL + ":check");
        new PluginReport(plugins.out()).check(report);
        return report.path("installable").asBoolean() ? Exit.OK : Exit.FAILED;
    }
}
