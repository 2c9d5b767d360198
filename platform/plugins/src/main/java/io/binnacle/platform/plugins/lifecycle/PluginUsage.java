package io.binnacle.platform.plugins.lifecycle;

import java.util.Optional;

/**
 * What a running plugin takes, as far as the virtual machine tells. The heap that its objects hold is not known:
 * objects belong to nobody.
 *
 * @param classes that its bundles have loaded; generated ones, such as those of lambdas, do not count
 * @param classBytes size of the files of these classes; the metaspace that they take grows with it
 * @param allocatedBytes by the threads that run its code at this moment, each since it started, and with what a
 *     thread of the platform has allocated for others; garbage counts too; empty where the machine does not count
 * @param executors lent to it, which also run its timers
 * @param waitingTasks timers and tasks of these executors that wait for their turn
 * @param httpClients lent to it
 */
public record PluginUsage(
        int classes,
        long classBytes,
        Optional<Long> allocatedBytes,
        int executors,
        int waitingTasks,
        int httpClients) {}
