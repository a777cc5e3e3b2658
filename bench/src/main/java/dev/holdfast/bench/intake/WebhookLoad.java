package dev.holdfast.bench.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Sends webhooks over a fixed number of connections from one thread, so that the program under load has the other core: as
 * fast as answers come, or at a rate, each then measured from the moment it was due.
 */
final class WebhookLoad implements AutoCloseable {
    private static final int BODIES = 200;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final List<SignedBody> bodies = new ArrayList<>();
    private Result result = new Result();
    private int sent;

    /** What came of a run. */
    static final class Result {
        final Set<String> acknowledged = new HashSet<>();
        private long[] nanos = new long[1 << 16];
        private int answers;
        int refused;
        int broken;
        double seconds;

        private void answered(long took) {
            if (answers == nanos.length) {
                nanos = Arrays.copyOf(nanos, nanos.length * 2);
            }
            nanos[answers++] = took;
        }

        double rate() {
            return answers / seconds;
        }

        /** In milliseconds, of those that were answered. */
        double quantile(double share) {
            var sorted = Arrays.copyOf(nanos, answers);
            Arrays.sort(sorted);
            return answers == 0 ? Double.NaN : sorted[(int) Math.min(answers - 1L, (long) (answers * share))] / 1e6;
        }
    }

    private final class Connection {
        private SocketChannel channel;
        private ByteBuffer out = ByteBuffer.allocate(0);
        private final ByteBuffer in = ByteBuffer.allocate(4096);
        private String id = "";
        private long due;
        private boolean idle = true;

        Connection() throws IOException {
            channel = open();
        }

        private SocketChannel open() throws IOException {
            var opened = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        void send(long dueAt) throws IOException {
            id = UUID.randomUUID().toString();
            due = dueAt;
            idle = false;
            out = ByteBuffer.wrap(bodies.get(sent++ % BODIES).request(id));
            in.clear();
            write();
        }

        void write() throws IOException {
            channel.write(out);
            var key = channel.keyFor(selector);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }

        /** Whether a whole answer is there. */
        boolean read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("closed");
            }
            return endOfHead() >= 0;
        }

        private int endOfHead() {
            for (int at = in.position() - END_OF_HEAD.length; at >= 0; at--) {
                if (Arrays.equals(in.array(), at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                    return at;
                }
            }
            return -1;
        }

        /** Whether the program closes the connection after this answer, as it does after every hundredth. */
        boolean isLast() {
            return new String(in.array(), 0, in.position(), StandardCharsets.US_ASCII).contains("Connection: close");
        }

        void forget() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void openAgain() throws IOException {
            channel.close();
            channel = open();
        }

        int status() {
            return Integer.parseInt(new String(in.array(), 9, 3, StandardCharsets.US_ASCII));
        }
    }

    WebhookLoad(int port, int connections) throws IOException {
        this.port = port;
        selector = Selector.open();
        for (int i = 0; i < BODIES; i++) {
            bodies.add(SignedBody.of(i));
        }
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Connection());
        }
    }

    /** As fast as answers come. */
    Result full(int seconds) throws IOException {
        return run(seconds, 0);
    }

    /** So many a second; a connection that is lost stays lost. */
    Result atRate(double perSecond, int seconds) throws IOException {
        return run(seconds, perSecond);
    }

    private Result run(int seconds, double perSecond) throws IOException {
        result = new Result();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        // Answers to what was sent in time are waited for, but not for ever.
        long last = end + TimeUnit.SECONDS.toNanos(6);
        long due = 0;
        long now = start;
        while (now < last && (now < end || busy() > 0) && !connections.isEmpty()) {
            if (now < end) {
                due = sendDue(start, now, due, perSecond);
            }
            selector.select(this::ready, 1);
            now = System.nanoTime();
        }
        result.seconds = (Math.min(now, end) - start) / 1e9;
        result.broken += busy();
        return result;
    }

    private int busy() {
        return (int) connections.stream().filter(connection -> !connection.idle).count();
    }

    /** Gives what is due to idle connections; answers how many have been given out since the start. */
    private long sendDue(long start, long now, long given, double perSecond) {
        long wanted = perSecond == 0 ? Long.MAX_VALUE : (long) ((now - start) / 1e9 * perSecond);
        long out = given;
        for (var connection : List.copyOf(connections)) {
            if (out >= wanted) {
                break;
            }
            if (connection.idle) {
                long dueAt = perSecond == 0 ? System.nanoTime() : start + (long) (out / perSecond * 1e9);
                out++;
                attempt(connection, () -> connection.send(dueAt));
            }
        }
        return out;
    }

    private interface Io {
        void run() throws IOException;
    }

    private void ready(SelectionKey key) {
        var connection = (Connection) key.attachment();
        attempt(connection, () -> {
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable() && connection.read()) {
                answered(connection);
            }
        });
    }

    private void answered(Connection connection) throws IOException {
        connection.idle = true;
        if (connection.status() == 200) {
            result.answered(System.nanoTime() - connection.due);
            result.acknowledged.add(connection.id);
        } else {
            result.refused++;
        }
        if (connection.isLast()) {
            connection.openAgain();
        }
    }

    private void attempt(Connection connection, Io io) {
        try {
            io.run();
        } catch (IOException e) {
            // The program was killed: what it had not acknowledged counts for nothing.
            result.broken++;
            connections.remove(connection);
            connection.forget();
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
