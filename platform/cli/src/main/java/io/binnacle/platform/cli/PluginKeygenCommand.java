package io.binnacle.platform.cli;

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
    public Integer call() {
        Path publicFile = Path.of(publisher + ".pub");
        SigningKey key = SigningKey.generate();
        key.write(Path.of(publisher + ".key"), publicFile);
        spec.commandLine()
                .getOut()
                .printf(
                        "Key %s. Keep %s.key secret; whoever trusts you puts %s into conf/plugins/trusted of Binnacle.%n",
                        key.id(), publisher, publicFile);
        return Exit.OK;
    }
}
