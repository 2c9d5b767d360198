package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "stop", description = "Stop the platform and wait until it is gone.")
final class StopCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    StopCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        ProcessHandle process = platform.folder().process().orElseThrow(platform::notRunning);
        if (!process.destroy()) {
            throw Refusal.failed("Process %d cannot be stopped by you; it belongs to somebody else.", process.pid());
        }
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Refusal.failed(
                    "Process %d was asked to stop and is still there after %d seconds.",
                    process.pid(), PATIENCE_SECONDS);
        }
        spec.commandLine().getOut().println("Binnacle has stopped (process " + process.pid() + ").");
        return Exit.OK;
    }
}
