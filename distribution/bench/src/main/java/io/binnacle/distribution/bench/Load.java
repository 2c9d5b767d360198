package io.binnacle.distribution.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop of GET requests over kept-alive connections, for a bounded time. Costs little itself. */
record Load(URI address, String path, String token, int connections, long millis) {

    /** How many requests were answered with 200; any other answer ends the measurement. */
    long run() throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Long>> loops = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                loops.add(this::loop);
            }
            long answered = 0;
            for (Future<Long> client : clients.invokeAll(loops)) {
                answered += client.get();
            }
            return answered;
        } finally {
            clients.shutdown();
        }
    }

    private long loop() throws IOException {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                        + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime() + millis * 1_000_000;
        long answered = 0;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            while (System.nanoTime() < end) {
                out.write(request);
                readAnswer(in);
                answered++;
            }
        }
        return answered;
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("expected 200, got " + status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
