package io.binnacle.platform.cli;

import io.binnacle.platform.packager.CatalogueBuilder;
import io.binnacle.platform.packager.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "index", description = "Make the signed index of a folder of plugins, so that it is a catalogue.")
final class PluginIndexCommand implements Callable<Integer> {

    private final Clock clock;

    @Parameters(paramLabel = "DIR", description = "The folder of plugins; index.json and its signature go into it.")
    private Path folder;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "Sign with this key of 'binnacle plugin keygen'.")
    private Path key;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the catalogue is called, the same for all its life (default: the name of the folder).")
    private String name;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "90",
            description = "How long it is good; make it anew before that (default: ${DEFAULT-VALUE}).")
    private int days;

    @Spec
    private CommandSpec spec;

    PluginIndexCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Refusal.failed("There is no folder %s.", folder);
        }
        if (days < 1) {
            throw Refusal.failed("A catalogue is good for one day at least, not for %d.", days);
        }
        Instant expires = clock.instant().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Path index = new CatalogueBuilder(Keys.read(key)).build(folder, name(), expires);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s lists %d plugins and is good until %s.%n",
                        index, Api.read(index).path("entries").size(), expires);
        return Exit.OK;
    }

    private String name() {
        return name != null
                ? name
                : folder.toAbsolutePath().normalize().getFileName().toString();
    }
}
