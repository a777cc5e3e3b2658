package dev.holdfast.platform.postgres;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the server still lives, and starts it again on the same port when it was killed. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Server server;
    private final Thread thread;
    private boolean stopped;

    Watch(Server server) {
        this.server = server;
        thread = Thread.ofVirtual().name("postgresql-watch").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The watch ends.
        }
    }

    private synchronized void look() {
        if (stopped || server.isAlive()) {
            return;
        }
        LOG.error("PostgreSQL is gone; it is started again");
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL does not start; it is tried again", e);
        }
    }

    /** Returns once no start is under way and none will be. */
    synchronized void stop() {
        stopped = true;
        thread.interrupt();
    }
}
