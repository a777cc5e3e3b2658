package dev.holdfast.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for the server, which has to be told its own before it starts. */
final class FreePorts {
    // Below those that systems give to outgoing connections, one of which could take it meanwhile.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1000;

    private FreePorts() {}

    /** One on the loopback address where nobody listens now; throws {@link UncheckedIOException} when none is found. */
    static int any() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new UncheckedIOException(
                new IOException("no port between %d and %d is free on 127.0.0.1".formatted(LOWEST, HIGHEST)));
    }

    /** Whether nobody has it now. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (BindException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
