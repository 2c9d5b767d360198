package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a short command to its end. */
final class Command {

    /** How a command ended and what it said. */
    record Outcome(int code, String output) {

        boolean succeeded() {
            return code == 0;
        }
    }

    private Command() {}

    static List<String> line(List<String> prefix, List<String> command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    static Outcome run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Outcome(127, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while running " + line.get(0), e);
        }
    }

    /** Asks a server to end its sessions and stop ("fast shutdown"); Java itself can only send TERM and KILL. */
    static void interrupt(long pid) {
        run(List.of("sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(pid)));
    }
}
