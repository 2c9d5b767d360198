package io.binnacle.platform.cli;

import io.binnacle.platform.packager.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "pack",
        description = "Put plugin.json, bundles and the folder 'content' beside it into one file, and sign it.")
final class PluginPackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLUGIN.JSON", description = "What the plugin says about itself, without digests.")
    private Path manifest;

    @Option(names = "--bundle", paramLabel = "JAR", description = "A bundle of the plugin; may be given again.")
    private List<Path> bundles = List.of();

    @Option(names = "--version", paramLabel = "VERSION", description = "The version, if plugin.json does not tell.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "Sign with this key of 'binnacle plugin keygen'.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (default: here).")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<Keys> keys = key.isPresent() ? Optional.of(Keys.read(key.get())) : Optional.empty();
        Path packed = PluginPack.of(manifest, version, bundles).write(folder, keys);
        spec.commandLine().getOut().println("Packed " + packed + (key.isPresent() ? ", signed." : ", unsigned."));
        return Exit.OK;
    }
}
