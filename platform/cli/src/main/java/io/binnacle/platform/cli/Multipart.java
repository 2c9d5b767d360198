package io.binnacle.platform.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files as the parts of a form (RFC 7578), read as they are sent. */
record Multipart(String boundary, List<Path> files) {

    Multipart(List<Path> files) {
        this("binnacle-" + UUID.randomUUID(), files);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body(String field) {
        List<BodyPublisher> parts = new ArrayList<>();
        for (Path file : files) {
            parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                    + "\"; filename=\"" + escaped(file) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(content(file));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Refusal.failed("There is no file %s that can be read.", file);
        }
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw Refusal.failed("There is no file %s that can be read.", file);
        }
    }

    private static String escaped(Path file) {
        return file.getFileName()
                .toString()
                .replace("\"", "%22")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }
}
