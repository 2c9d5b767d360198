package io.binnacle.platform.gateway.events;

import io.binnacle.platform.api.journal.Position;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One client that follows the events. Nothing here blocks: what the connection does not take waits in a small
 * queue, a full queue stops the reading for this client, and a connection that takes nothing runs into the
 * server's idle timeout.
 */
final class EventClient implements WriteListener, AsyncListener {

    private static final int MOST_WAITING = 256 * 1024;
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Set<String> types;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private Position position;
    private boolean writable;
    private boolean unflushed;
    private ServletOutputStream out;
    private Runnable departure = () -> {};

    EventClient(Position position, Set<String> types) {
        this.position = position;
        this.types = types;
    }

    /** Begins to write; the future is done when the stream is to end. */
    CompletableFuture<Void> follow(AsyncContext async, HttpServletResponse response, Runnable onDeparture) {
        try {
            synchronized (this) {
                departure = onDeparture;
                out = response.getOutputStream();
                enqueue(COMMENT);
            }
            async.addListener(this);
            out.setWriteListener(this);
        } catch (IOException e) {
            over.completeExceptionally(e);
        }
        return over;
    }

    synchronized Position position() {
        return position;
    }

    synchronized boolean hasRoom() {
        return waitingBytes < MOST_WAITING;
    }

    synchronized void offer(List<Frame> frames) {
        for (Frame frame : frames) {
            position = frame.position();
            if (types.isEmpty() || types.contains(frame.type())) {
                enqueue(frame.bytes());
            }
        }
        write();
    }

    synchronized void heartbeat() {
        if (waiting.isEmpty()) {
            enqueue(COMMENT);
            write();
        }
    }

    /** Ends the stream from this side. */
    void end() {
        over.complete(null);
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        write();
    }

    @Override
    public void onError(Throwable thrown) {
        departure.run();
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        departure.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        departure.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        departure.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the stream is started once
    }

    private void enqueue(byte[] bytes) {
        waiting.add(bytes);
        waitingBytes += bytes.length;
    }

    /** Writes as long as the connection takes it; {@link #onWritePossible} goes on when it takes more. */
    private void write() {
        try {
            while (writable && (!waiting.isEmpty() || unflushed)) {
                writable = out.isReady();
                if (writable) {
                    writeNext();
                }
            }
        } catch (IOException | RuntimeException e) {
            writable = false;
            over.completeExceptionally(e);
        }
    }

    private void writeNext() throws IOException {
        byte[] next = waiting.poll();
        if (next == null) {
            out.flush();
            unflushed = false;
        } else {
            waitingBytes -= next.length;
            out.write(next);
            unflushed = true;
        }
    }
}
