package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Print the administrator's token; make, list and revoke others.",
        synopsisSubcommandLabel = "[create NAME --role ROLE | list | revoke ID]")
final class TokenCommand implements Callable<Integer> {

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    TokenCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        DataFolder folder = platform.folder();
        String token = folder.adminToken()
                .orElseThrow(() -> Refusal.failed(
                        "There is no token in %s. It is written at the first start; an administrator can make others"
                                + " with 'binnacle token create'.",
                        folder.adminTokenFile()));
        spec.commandLine().getOut().println(token);
        return Exit.OK;
    }
}
