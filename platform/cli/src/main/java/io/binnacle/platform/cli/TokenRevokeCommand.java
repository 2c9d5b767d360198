package io.binnacle.platform.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "revoke", description = "Make a token worthless, at once.")
final class TokenRevokeCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(paramLabel = "ID", description = "The token's id, as 'binnacle token list' shows it.")
    private UUID id;

    @Spec
    private CommandSpec spec;

    TokenRevokeCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        platform.api().delete("/api/v1/tokens/" + id);
        spec.commandLine().getOut().println("Token " + id + " is revoked.");
        return Exit.OK;
    }
}
