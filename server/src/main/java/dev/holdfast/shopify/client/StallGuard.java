package dev.holdfast.shopify.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a stream that has stopped coming, so that who reads it is told. */
final class StallGuard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StallGuard.class);

    private final InputStream stream;
    private final Duration patience;
    private final AtomicLong steps = new AtomicLong();
    private final Thread watcher;

    StallGuard(InputStream stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
        this.watcher = Thread.ofVirtual().start(this::watch);
    }

    void progress() {
        steps.incrementAndGet();
    }

    private void watch() {
        try {
            long before;
            do {
                before = steps.get();
                Thread.sleep(patience);
            } while (steps.get() != before);
            stream.close();
        } catch (InterruptedException e) {
            log.trace("The stream was read to its end");
        } catch (IOException e) {
            log.warn("A stream that stopped coming could not be closed", e);
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
