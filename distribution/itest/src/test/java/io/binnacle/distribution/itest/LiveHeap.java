package io.binnacle.distribution.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a platform's objects take after everything that nobody needs was collected, as the JDK's own tool counts it. */
record LiveHeap(Path data) {

    long bytes() throws IOException {
        String pid = Files.readString(data.resolve("binnacle.pid")).strip();
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process histogram = new ProcessBuilder(jcmd.toString(), pid, "GC.class_histogram").start();
        List<String> lines =
                new String(histogram.getInputStream().readAllBytes()).lines().toList();
        String[] total = lines.get(lines.size() - 1).strip().split(" +");
        if (!total[0].equals("Total")) {
            throw new IOException("no histogram of " + pid + ": " + lines);
        }
        return Long.parseLong(total[2]);
    }
}
