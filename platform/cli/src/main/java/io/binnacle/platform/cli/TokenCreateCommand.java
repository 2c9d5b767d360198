package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "create", description = "Make a token and print it, this once.")
final class TokenCreateCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(paramLabel = "NAME", description = "Who will use it; stands in the journal as the actor.")
    private String name;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer, seller, manager or admin; each includes those before it.")
    private String role;

    @Option(names = "--days", paramLabel = "N", description = "Days until it expires (default: never).")
    private Integer days;

    @Spec
    private CommandSpec spec;

    TokenCreateCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        ObjectNode body = Api.object().put("name", name).put("role", role.toUpperCase(Locale.ROOT));
        if (days != null) {
            body.put("expiresInDays", days);
        }
        JsonNode made = platform.api().post("/api/v1/tokens", body);
        // The token alone goes to the output, so that a script can take it from there.
        spec.commandLine()
                .getErr()
                .printf(
                        "Token %s for '%s', role %s. It is shown this once:%n",
                        made.path("id").asText(),
                        Plain.text(made.path("name").asText()),
                        made.path("role").asText());
        spec.commandLine().getOut().println(made.path("token").asText());
        return Exit.OK;
    }
}
