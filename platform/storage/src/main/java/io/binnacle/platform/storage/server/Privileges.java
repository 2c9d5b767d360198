package io.binnacle.platform.storage.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How to start the server as somebody it accepts: PostgreSQL refuses to run as root.
 *
 * <p>Where the machine can, the server is also told to stop when the thread that started it ends
 * ({@code pdeathsig}), so that it does not outlive a killed platform.
 *
 * @param prefix what stands before the command
 * @param owner who has to own the data folder, when that is not simply whoever runs the platform
 */
record Privileges(List<String> prefix, OptionalInt owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> END_WITH_PARENT = List.of("setpriv", "--pdeathsig=INT", "--");

    /** In a user namespace of its own the server is no root, yet files stay root's: no folder is out of reach. */
    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--");

    /** The first way that can run {@code binaries} and enter {@code home} on this machine. */
    static Privileges find(Binaries binaries, Path home) {
        boolean root = Command.run(List.of("id", "-u")).output().equals("0");
        List<String> tried = new ArrayList<>();
        for (Privileges way : root ? waysOfRoot() : waysOfOthers()) {
            Command.Outcome outcome = way.trial(binaries, home);
            if (outcome.succeeded()) {
                return way.apartFromTerminal();
            }
            tried.add(way + ": " + outcome.output().lines().findFirst().orElse("code " + outcome.code()));
        }
        String sentence = root
                ? "PostgreSQL does not run as root, and no other way works here (tried %s); start Binnacle as another"
                        + " user, or set the url of an external database in io.binnacle.storage"
                : "PostgreSQL does not run here (tried %s); set the url of an external database in io.binnacle.storage";
        throw new ServerException(sentence.formatted(String.join("; ", tried)));
    }

    List<String> line(List<String> command) {
        return Command.line(prefix, command);
    }

    /** Keys like Ctrl-C must reach the platform alone, which then stops the server in good order. */
    private Privileges apartFromTerminal() {
        boolean possible = Command.run(List.of("setsid", "true")).succeeded();
        return possible ? new Privileges(Command.line(List.of("setsid"), prefix), owner) : this;
    }

    private Command.Outcome trial(Binaries binaries, Path home) {
        String script = "test \"$(id -u)\" != 0 || { echo still root; exit 1; }; cd \"$1\" && exec \"$2\" --version";
        return Command.run(line(List.of("sh", "-c", script, "sh", home.toString(), binaries.tool("postgres"))));
    }

    private static List<Privileges> waysOfRoot() {
        return List.of(
                new Privileges(nobody("--pdeathsig=INT"), OptionalInt.of(NOBODY)),
                new Privileges(nobody(), OptionalInt.of(NOBODY)),
                new Privileges(Command.line(NAMESPACE, END_WITH_PARENT), OptionalInt.of(ROOT)),
                new Privileges(NAMESPACE, OptionalInt.of(ROOT)));
    }

    private static List<Privileges> waysOfOthers() {
        return List.of(
                new Privileges(END_WITH_PARENT, OptionalInt.empty()), new Privileges(List.of(), OptionalInt.empty()));
    }

    private static List<String> nobody(String... options) {
        List<String> line =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        line.addAll(List.of(options));
        line.add("--");
        return line;
    }

    @Override
    public String toString() {
        return prefix.isEmpty() ? "directly" : String.join(" ", prefix).replaceFirst(" --$", "");
    }
}
