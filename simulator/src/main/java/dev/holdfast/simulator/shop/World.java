package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.EventLog;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What all commands of a shop share: its tables, its one lock, its clock, its ids and its events.
 *
 * <p>One lock per shop, held for a whole command: a checkout sees and takes stock in one step.
 */
final class World {

    /** Above what a double holds exactly, so that a client that parses ids as doubles is found out. */
    private static final long FIRST_ID = (1L << 53) + 1;

    private static final long IDS_PER_SHOP = 1_000_000_000_000L;

    final ShopSettings settings;
    final SimulatedClock clock;
    final EventLog events;
    final Tables tables = new Tables();
    final Stock stock = new Stock(this);
    private final ReentrantLock lock = new ReentrantLock();
    private final SplittableRandom random;
    private final Map<Long, Order> changedOrders = new LinkedHashMap<>();
    private final Map<LevelKey, Level> changedLevels = new LinkedHashMap<>();
    private volatile Switches switches;
    private long lastId;
    private int depth;
    private UUID eventId;

    private record LevelKey(long item, long location) {}

    World(ShopSettings settings, Switches switches, SimulatedClock clock) {
        this.settings = settings;
        this.switches = switches;
        this.clock = clock;
        this.events = new EventLog(settings.eventsKept());
        this.random = new SplittableRandom(settings.seed());
        this.lastId = FIRST_ID + (settings.number() - 1) * IDS_PER_SHOP;
        this.eventId = nextUuid();
    }

    /** Runs one command; what it changed is told when the outermost one ends. */
    <T> T write(Supplier<T> command) {
        lock.lock();
        try {
            if (depth == 0) {
                eventId = nextUuid();
            }
            depth++;
            try {
                return command.get();
            } finally {
                depth--;
                if (depth == 0) {
                    tellChanges();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable command) {
        write(() -> {
            command.run();
            return Boolean.TRUE;
        });
    }

    <T> T read(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Shopify's timestamps have whole seconds. */
    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    void later(Duration delay, Runnable command) {
        clock.at(clock.now().plus(delay), () -> run(command));
    }

    void atTime(Instant time, Runnable command) {
        clock.at(time, () -> run(command));
    }

    Switches switches() {
        return switches;
    }

    void switches(Switches others) {
        switches = others;
    }

    boolean isOn(Switch which) {
        return switches.isOn(which);
    }

    /** Ids grow with gaps, as Shopify's do. */
    long nextId() {
        lastId += 1 + random.nextInt(31);
        return lastId;
    }

    UUID nextUuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    void emit(Topic topic, Subject subject) {
        events.append(clock.now(), eventId, topic, subject);
    }

    /** Keeps a new order; the caller says that it was made. */
    void add(Order order) {
        tables.orders.put(order);
        indexTerms(order);
    }

    /** Keeps a changed order; {@code orders/updated} follows at the end of the command. */
    Order change(Order order) {
        Order changed = order.withUpdatedAt(now());
        tables.orders.put(changed);
        indexTerms(changed);
        changedOrders.put(changed.id().number(), changed);
        return changed;
    }

    /** Forgets an order and what belongs to it; a change of it in the same command is no longer told. */
    void remove(Order order) {
        changedOrders.remove(order.id().number());
        tables.fulfillmentOrdersOf
                .of(order.id(), tables.fulfillmentOrders)
                .forEach(each -> tables.fulfillmentOrders.remove(each.id()));
        tables.fulfillmentsOf
                .of(order.id(), tables.fulfillments)
                .forEach(each -> tables.fulfillments.remove(each.id()));
        tables.returnsOf.of(order.id(), tables.returns).forEach(each -> tables.returns.remove(each.id()));
        tables.orders.remove(order.id());
    }

    private void indexTerms(Order order) {
        if (order.terms() != null) {
            tables.orderOfTerms.put(order.terms().id().number(), order.id().number());
            order.terms()
                    .schedules()
                    .forEach(each -> tables.orderOfTerms.put(
                            each.id().number(), order.id().number()));
        }
    }

    void change(Level before, Level after) {
        tables.levels.put(after);
        changedLevels.putIfAbsent(
                new LevelKey(after.item().number(), after.location().number()), before);
    }

    private void tellChanges() {
        if (!changedLevels.isEmpty()) {
            changedLevels.values().forEach(this::tellLevel);
            changedLevels.clear();
        }
        if (!changedOrders.isEmpty()) {
            changedOrders.values().forEach(order -> emit(Topic.ORDERS_UPDATED, new Subject.OrderChanged(order)));
            changedOrders.clear();
        }
    }

    private void tellLevel(Level before) {
        tables.levels.find(before.item(), before.location()).ifPresent(after -> {
            if (after.quantities().equals(before.quantities())) {
                return;
            }
            emit(Topic.INVENTORY_LEVELS_UPDATE, new Subject.LevelChanged(after));
            int now = 0;
            for (Level level : tables.levels.of(after.item())) {
                now += level.active() ? level.available() : 0;
            }
            int was = now - after.available() + before.available();
            if ((was > 0) != (now > 0)) {
                Topic topic = now > 0 ? Topic.VARIANTS_IN_STOCK : Topic.VARIANTS_OUT_OF_STOCK;
                tables.items
                        .find(after.item())
                        .flatMap(item -> tables.variants.find(item.variant()))
                        .ifPresent(variant -> emit(topic, new Subject.VariantChanged(variant)));
            }
        });
    }
}
