package dev.holdfast.bench.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bytes between the program and its Shopify, as a bad network carries them. */
final class Pipe implements AutoCloseable {
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);
    // Longer than an operator would call usual, shorter than the program waits.
    private static final Duration LATE = Duration.ofSeconds(4);
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile Way way = Way.WHOLE;

    /** How answers come. */
    enum Way {
        WHOLE,
        /** Each piece after a while. */
        LATE,
        /** Half of a piece, then the end of the stream while the connection stays open. */
        HALF_CLOSED,
        /** Byte by byte, without end. */
        TRICKLE,
        /** The connection is broken. */
        RESET
    }

    Pipe(URI target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Connections that are kept open get what is new too. */
    void carry(Way next) {
        way = next;
    }

    /** Connections that ended otherwise than by being closed. */
    int broken() {
        return broken.get();
    }

    /** Connections of the program that are open. */
    int connections() {
        return open.size();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var program = door.accept();
                var shopify = new Socket(target.getHost(), target.getPort());
                open.add(program);
                Thread.ofVirtual().start(() -> carry(program, shopify, false));
                Thread.ofVirtual().start(() -> carry(shopify, program, true));
            } catch (IOException e) {
                // The door is closed, or the wire is: the program sees a connection that breaks.
                broken.incrementAndGet();
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            pass(from.getInputStream(), to, answers);
        } catch (IOException e) {
            broken.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(answers ? to : from);
        }
    }

    private void pass(InputStream in, Socket to, boolean answers) throws IOException, InterruptedException {
        var bytes = new byte[CHUNK];
        OutputStream out = to.getOutputStream();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            switch (answers ? way : Way.WHOLE) {
                case WHOLE -> out.write(bytes, 0, read);
                case LATE -> {
                    // The lateness itself.
                    Thread.sleep(LATE);
                    out.write(bytes, 0, read);
                }
                case TRICKLE -> trickle(bytes, read, out);
                case RESET -> {
                    to.setSoLinger(true, 0);
                    return;
                }
                case HALF_CLOSED -> {
                    out.write(bytes, 0, read / 2);
                    to.shutdownOutput();
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
            }
        }
    }

    private static void trickle(byte[] bytes, int read, OutputStream out) throws IOException, InterruptedException {
        for (int at = 0; at < read; at++) {
            out.write(bytes[at]);
            // The trickle itself.
            Thread.sleep(BETWEEN_BYTES);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
