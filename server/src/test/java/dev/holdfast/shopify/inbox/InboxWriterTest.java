package dev.holdfast.shopify.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.inbox.InboxWriter.Result;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxWriterTest {
    private final ExecutorService doors = Executors.newVirtualThreadPerTaskExecutor();
    private final GatedStore store = new GatedStore();
    private final AtomicInteger told = new AtomicInteger();
    private final Runnable news = told::incrementAndGet;

    @AfterEach
    void close() {
        store.gate.countDown();
        doors.shutdownNow();
    }

    private static InboxLimits limits(int waiting, Duration patience) {
        return new InboxLimits(1000, 100_000, waiting, 500, patience);
    }

    private static Delivery delivery(String id) {
        return new Delivery(
                new ShopDomain("toy-shop.myshopify.com"),
                id,
                "orders/create",
                Optional.empty(),
                Optional.empty(),
                Body.of("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private CompletableFuture<Result> store(InboxWriter writer, String id) {
        return CompletableFuture.supplyAsync(() -> writer.store(delivery(id)), doors);
    }

    /** Holds the first commit back until the gate opens, so that the others gather. */
    private static final class GatedStore implements InboxWriter.Store {
        final CountDownLatch busy = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final List<List<String>> commits = new ArrayList<>();
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public void insert(Collection<Delivery> deliveries) throws SQLException {
            busy.countDown();
            try {
                assertThat(gate.await(20, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            asked.incrementAndGet();
            var ids = deliveries.stream().map(Delivery::webhookId).toList();
            if (ids.contains("no connection")) {
                throw new SQLTransientConnectionException("database - Connection is not available");
            }
            if (ids.contains("poison")) {
                throw new SQLException("invalid byte sequence", "22021");
            }
            if (ids.contains("no database")) {
                throw new SQLException("connection refused", "08001");
            }
            commits.add(ids);
        }
    }

    private static void awaitWaiting(InboxWriter writer, int count) {
        while (writer.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void webhooks_that_arrive_together_share_a_commit() throws Exception {
        try (var writer = new InboxWriter(store, limits(100, Duration.ofSeconds(20)), news)) {
            var first = store(writer, "first");
            assertThat(store.busy.await(20, SECONDS)).isTrue();
            var others = List.of(store(writer, "a"), store(writer, "b"), store(writer, "c"));
            awaitWaiting(writer, 3);
            store.gate.countDown();
            assertThat(first.get(20, SECONDS)).isEqualTo(Result.DURABLE);
            for (var other : others) {
                assertThat(other.get(20, SECONDS)).isEqualTo(Result.DURABLE);
            }
        }
        assertThat(store.commits).hasSize(2);
        assertThat(told.get()).as("somebody is told").isBetween(1, 2);
        assertThat(store.commits.getLast()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_poison_row_never_fails_its_neighbours() throws Exception {
        try (var writer = new InboxWriter(store, limits(100, Duration.ofSeconds(20)), news)) {
            var _ = store(writer, "first");
            assertThat(store.busy.await(20, SECONDS)).isTrue();
            var good = List.of(store(writer, "a"), store(writer, "b"));
            var poison = store(writer, "poison");
            awaitWaiting(writer, 3);
            store.gate.countDown();
            for (var other : good) {
                assertThat(other.get(20, SECONDS)).isEqualTo(Result.DURABLE);
            }
            assertThat(poison.get(20, SECONDS)).isEqualTo(Result.NOT_DURABLE);
        }
    }

    @Test
    void without_a_database_nobody_is_told_that_it_is_stored() throws Exception {
        try (var writer = new InboxWriter(store, limits(100, Duration.ofSeconds(20)), news)) {
            store.gate.countDown();
            assertThat(store(writer, "no database").get(20, SECONDS)).isEqualTo(Result.NOT_DURABLE);
            assertThat(writer.trouble()).as("for the health page").contains("the database does not answer");
            assertThat(store(writer, "later").get(20, SECONDS)).isEqualTo(Result.DURABLE);
            assertThat(writer.trouble()).isEmpty();
        }
    }

    @Test
    void without_a_connection_those_together_are_not_tried_one_by_one() throws Exception {
        try (var writer = new InboxWriter(store, limits(100, Duration.ofSeconds(20)), news)) {
            var first = store(writer, "first");
            assertThat(store.busy.await(20, SECONDS)).isTrue();
            var others = List.of(store(writer, "a"), store(writer, "b"), store(writer, "no connection"));
            awaitWaiting(writer, 3);
            store.gate.countDown();
            assertThat(first.get(20, SECONDS)).isEqualTo(Result.DURABLE);
            for (var other : others) {
                assertThat(other.get(20, SECONDS)).isEqualTo(Result.NOT_DURABLE);
            }
            assertThat(store.asked)
                    .as("each would wait for a connection in vain")
                    .hasValue(2);
        }
    }

    @Test
    void a_full_queue_says_so_at_once() throws Exception {
        try (var writer = new InboxWriter(store, limits(2, Duration.ofSeconds(20)), news)) {
            var _ = store(writer, "first");
            assertThat(store.busy.await(20, SECONDS)).isTrue();
            var _ = store(writer, "a");
            var _ = store(writer, "b");
            awaitWaiting(writer, 2);
            assertThat(writer.store(delivery("c"))).isEqualTo(Result.NOT_DURABLE);
            store.gate.countDown();
        }
        assertThat(store.commits.stream().flatMap(List::stream)).containsExactlyInAnyOrder("first", "a", "b");
    }

    @Test
    void who_waited_too_long_is_told_so() throws Exception {
        try (var writer = new InboxWriter(store, limits(10, Duration.ofMillis(50)), news)) {
            var _ = store(writer, "first");
            assertThat(store.busy.await(20, SECONDS)).isTrue();
            assertThat(writer.store(delivery("late"))).isEqualTo(Result.NOT_DURABLE);
            store.gate.countDown();
        }
    }

    @Test
    void closing_stores_what_waits_and_takes_no_more() throws Exception {
        var writer = new InboxWriter(store, limits(100, Duration.ofSeconds(20)), news);
        var _ = store(writer, "first");
        assertThat(store.busy.await(20, SECONDS)).isTrue();
        var waiting = store(writer, "a");
        awaitWaiting(writer, 1);
        var closing = CompletableFuture.runAsync(writer::close, doors);
        store.gate.countDown();
        closing.get(20, SECONDS);
        assertThat(waiting.get(20, SECONDS)).isEqualTo(Result.DURABLE);
        assertThat(writer.store(delivery("too late"))).isEqualTo(Result.NOT_DURABLE);
    }
}
