package io.binnacle.platform.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which platform a command talks to; the options stand on every command. */
final class Platform {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The platform's data folder (default: BINNACLE_DATA, else data beside bin).")
    private Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Where it answers (default: what the data folder tells).")
    private String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            scope = ScopeType.INHERIT,
            description = "The token to sign in with (default: BINNACLE_TOKEN, else the administrator's in the data"
                    + " folder).")
    private String token;

    DataFolder folder() {
        return new DataFolder(data != null ? data : Path.of(System.getProperty("binnacle.data", "data")));
    }

    Optional<String> address() {
        return Optional.ofNullable(url).or(() -> folder().address()).map(Platform::withoutSlash);
    }

    /** The API; refused when nothing tells where it is. */
    Api api() {
        String address = address().orElseThrow(this::notRunning);
        return new Api(address, token());
    }

    Refusal notRunning() {
        return new Refusal(
                Exit.NOT_RUNNING,
                "Binnacle does not run on " + folder().path() + ". Start it with 'binnacle run', or name another"
                        + " folder with --data.");
    }

    private Optional<String> token() {
        return Optional.ofNullable(token)
                .or(() -> Optional.ofNullable(System.getenv("BINNACLE_TOKEN")))
                .or(() -> folder().adminToken());
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
