package io.binnacle.forecasting.core.batch;

import io.binnacle.platform.api.error.PlatformException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** How the commands of this bundle meet the terminal: a sentence for whatever goes wrong, never a stack. */
public final class Tools {

    private static final int FAILED = 1;

    private Tools() {}

    public static int run(Callable<Integer> command, String... arguments) {
        return run(command, new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
    }

    public static int run(Callable<Integer> command, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tools::explain)
                .setExecutionExceptionHandler(Tools::explain)
                .execute(arguments);
    }

    private static int explain(CommandLine.ParameterException misunderstood, String[] arguments) {
        CommandLine command = misunderstood.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(misunderstood.getMessage() + ". '" + name + " --help' tells what it takes.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof PlatformException || failure instanceof java.io.IOException) {
            command.getErr().println(failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
