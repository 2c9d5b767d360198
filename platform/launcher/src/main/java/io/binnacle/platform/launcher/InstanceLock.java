package io.binnacle.platform.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One platform for each data folder. The operating system frees the lock of a process that was killed. */
final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path processId;

    private InstanceLock(FileChannel channel, Path processId) {
        this.channel = channel;
        this.processId = processId;
    }

    static InstanceLock acquire(Layout layout) throws IOException {
        Path processId = layout.data().resolve("binnacle.pid");
        FileChannel channel =
                FileChannel.open(layout.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartupException("Binnacle already runs on " + layout.data() + runningProcess(processId)
                    + ". Stop it with 'bin/binnacle stop', or choose another folder with --data.");
        }
        Files.writeString(processId, ProcessHandle.current().pid() + "\n");
        return new InstanceLock(channel, processId);
    }

    private static String runningProcess(Path processId) throws IOException {
        return Files.exists(processId)
                ? " (process " + Files.readString(processId).strip() + ")"
                : "";
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(processId);
        channel.close();
    }
}
