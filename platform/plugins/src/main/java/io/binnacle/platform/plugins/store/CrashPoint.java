package io.binnacle.platform.plugins.store;

/**
 * Where a test can let the platform die: with the system property {@code crash.at} set to the name of a step,
 * the process halts there as if the machine had lost power.
 *
 * <p>The steps of this package, in the order in which a start and an update pass them:
 *
 * <ul>
 *   <li>{@code boot.prepared}: the counter of boots is in a temporary file
 *   <li>{@code boot.counted}: this boot counts as failed until it has succeeded
 *   <li>{@code steps.begun}: the operation is noted, nothing has happened
 *   <li>{@code store.staged}: the content is on disk in the staging folder, entirely
 *   <li>{@code store.moved}: the content is in the store; the store's folder is not yet forced to disk
 *   <li>{@code store.added}: the content is in the store for good
 *   <li>{@code generation.prepared}: the generation is in a temporary file
 *   <li>{@code generation.written}: the generation is complete, the old one is current
 *   <li>{@code current.prepared}: the new pointer is in a temporary file
 *   <li>{@code current.switched}: the new generation is current
 *   <li>{@code generations.pruned}: generations that are too old are gone
 *   <li>{@code good.prepared}: the number of the good generation is in a temporary file
 *   <li>{@code good.marked}: the generation counts as good
 *   <li>{@code store.condemned}: content that no generation uses has left the store for the staging folder
 *   <li>{@code store.swept}: that content is deleted
 *   <li>{@code steps.done}: the operation is no longer noted
 * </ul>
 *
 * <p>A start after a failed one also passes {@code suspect.prepared} and {@code suspect.written}.
 *
 * <p>Every name given to {@link Steps#step} is a step too.
 */
public final class CrashPoint {

    /** What a shell reports for a process that was killed with -9. */
    static final int KILLED = 137;

    private CrashPoint() {}

    /** Halts the process when {@code step} is the one to die at; otherwise does nothing. */
    public static void at(String step) {
        if (step.equals(System.getProperty("crash.at"))) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
