package io.binnacle.platform.plugins.lifecycle;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.LongStream;

/** What threads have allocated, which HotSpot counts and other machines may not. */
final class Allocations {

    private Allocations() {}

    static Optional<Long> of(Collection<Thread> threads) {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean machine
                        && machine.isThreadAllocatedMemorySupported()
                        && machine.isThreadAllocatedMemoryEnabled()
                ? Optional.of(sum(machine, threads))
                : Optional.empty();
    }

    /** A thread that has ended since counts as -1. */
    private static long sum(ThreadMXBean machine, Collection<Thread> threads) {
        long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
        return LongStream.of(machine.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
