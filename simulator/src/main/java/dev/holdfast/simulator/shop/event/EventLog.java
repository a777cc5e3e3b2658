package dev.holdfast.simulator.shop.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last events of a shop, oldest first; safe for many threads. */
public final class EventLog {

    private final int kept;
    private final ShopEvent[] ring;
    private final List<Consumer<ShopEvent>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    /** Keeps the last {@code kept} events for {@link #after}. */
    public EventLog(int kept) {
        this.kept = kept;
        this.ring = new ShopEvent[kept];
    }

    /**
     * Calls {@code listener} with every event from now on, in order. It runs while the shop is locked: it must be
     * quick, must not call the shop's commands and must not throw.
     */
    public void subscribe(Consumer<ShopEvent> listener) {
        listeners.add(listener);
    }

    public void unsubscribe(Consumer<ShopEvent> listener) {
        listeners.remove(listener);
    }

    /** The sequence of the newest event; 0 before the first. */
    public synchronized long last() {
        return last;
    }

    /** The sequence of the oldest event that is still kept; 1 when none was dropped. */
    public synchronized long oldest() {
        return Math.max(1, last - kept + 1);
    }

    /**
     * At most {@code limit} events after {@code sequence}, in order.
     *
     * @throws IllegalArgumentException when some of them are no longer kept
     */
    public synchronized List<ShopEvent> after(long sequence, int limit) {
        long from = sequence + 1;
        if (from < oldest()) {
            throw new IllegalArgumentException("Events after " + sequence + " are no longer kept: the oldest is "
                    + oldest() + ". Read more often or keep more than " + kept);
        }
        List<ShopEvent> found = new ArrayList<>();
        for (long at = from; at <= last && found.size() < limit; at++) {
            found.add(ring[slot(at)]);
        }
        return found;
    }

    /** For the shop only. */
    public void append(Instant at, UUID eventId, Topic topic, Subject subject) {
        ShopEvent event = keep(at, eventId, topic, subject);
        for (Consumer<ShopEvent> listener : listeners) {
            listener.accept(event);
        }
    }

    private synchronized ShopEvent keep(Instant at, UUID eventId, Topic topic, Subject subject) {
        last++;
        ShopEvent event = new ShopEvent(last, at, eventId, topic, subject);
        ring[slot(last)] = event;
        return event;
    }

    private int slot(long sequence) {
        return (int) (sequence % kept);
    }
}
