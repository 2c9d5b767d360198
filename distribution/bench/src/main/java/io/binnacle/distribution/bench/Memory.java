package io.binnacle.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of a process as Linux tells it; 0 where there is no such file, or the process has just ended. */
final class Memory {

    private Memory() {}

    /** The most that was resident so far, in MiB. */
    static long peakMegabytes(Process process) {
        return megabytes(process, "VmHWM");
    }

    /** @param line of {@code /proc/PID/status} */
    static long megabytes(Process process, String line) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(text -> text.startsWith(line))
                    .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
