package io.binnacle.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "new", description = "Write a Maven project that builds, tests and packs a plugin by 'mvn verify'.")
final class PluginNewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KIND", description = "forecast-model, insight-rule or industry-pack.")
    private String kind;

    @Parameters(index = "1", paramLabel = "ID", description = "The id of the plugin, such as com.acme.drift.")
    private String id;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of the project (default: the last word of the id).")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("binnacle.home", "."))
                .toAbsolutePath()
                .normalize();
        Path target = folder != null ? folder : Path.of(id.substring(id.lastIndexOf('.') + 1));
        new Project(ProjectKind.named(kind), id, home, Version.number()).write(target);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is a new %s. 'mvn verify' in it compiles, tests and packs it to target/%s-1.0.0.zip.%n",
                        target, kind, id);
        return Exit.OK;
    }
}
