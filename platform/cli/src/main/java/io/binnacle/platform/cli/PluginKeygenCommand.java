package io.binnacle.platform.cli;

import io.binnacle.platform.packager.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "keygen", description = "Make the key that a publisher signs plugins with.")
final class PluginKeygenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PUBLISHER", description = "Writes PUBLISHER.key, to be kept secret, and PUBLISHER.pub.")
    private String publisher;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Keys keys = Keys.generate();
        keys.write(Path.of(publisher + ".key"));
        spec.commandLine()
                .getOut()
                .printf(
                        "Key %s. Keep %2$s.key secret; whoever trusts you puts %2$s.pub into conf/plugins/trusted of"
                                + " Binnacle.%n",
                        keys.id(), publisher);
        return Exit.OK;
    }
}
