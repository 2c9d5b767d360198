package io.binnacle.platform.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line: asks the running platform over its API. */
@Command(
        name = "binnacle",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "The platform that holds an account team's instruments.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "  run      Start the platform and stay. Takes --port NUMBER and --data DIR.",
            "  demo     The same, with three simulated years of an account team.",
            "  forecast Forecast a file of series; needs no running platform.",
            "  evaluate Score forecast models on a file of series; needs no running platform.",
            "  reconcile Forecast a file of series and their sums so that they add up; needs no running platform.",
            "",
            "Exit codes: 0 done, 1 failed, 2 not understood, 3 not running, 4 not ready.",
            "'binnacle COMMAND --help' tells more."
        })
public final class Main {

    @Mixin
    private final Platform platform = new Platform();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        Platform platform = main.platform;
        return new CommandLine(main)
                .addSubcommand(new StatusCommand(platform))
                .addSubcommand(new ImportCommand(platform))
                .addSubcommand(new ExportCommand(platform))
                .addSubcommand(new RestoreCommand(platform))
                .addSubcommand(new VerifyCommand(platform))
                .addSubcommand(new RebuildCommand(platform))
                .addSubcommand(new CommandLine(new TokenCommand(platform))
                        .addSubcommand(new TokenCreateCommand(platform))
                        .addSubcommand(new TokenListCommand(platform))
                        .addSubcommand(new TokenRevokeCommand(platform)))
                .addSubcommand(PluginCommand.on(platform))
                .addSubcommand(new CommandLine(new GenerationsCommand(platform))
                        .addSubcommand(new GenerationsRestoreCommand(platform)))
                .addSubcommand(new BundlesCommand(platform))
                .addSubcommand(new BundleCommand(platform))
                .addSubcommand(new StopCommand(platform))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Main::explain)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
    }

    private static int explain(ParameterException misunderstood, String[] arguments) {
        CommandLine command = misunderstood.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(misunderstood.getMessage() + ". '" + name + " --help' tells what it takes.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(failure.getMessage());
        return failure instanceof Refusal refusal ? refusal.exitCode() : Exit.FAILED;
    }
}
