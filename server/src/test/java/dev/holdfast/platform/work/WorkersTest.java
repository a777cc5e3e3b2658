package dev.holdfast.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.health.Health.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

    private final Wakes wakes = new Wakes();
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Workers workers = new Workers(Role.ALL, List.of(new Copier()), wakes);

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void a_worker_goes_on_until_nothing_waits_and_looks_again_when_woken() throws Exception {
        waiting.addAll(List.of("a", "b"));
        workers.start();
        assertThat(List.of(done.take(), done.take())).containsExactly("a", "b");
        waiting.add("c");
        wakes.wake("copier");
        assertThat(done.take()).isEqualTo("c");
    }

    @Test
    void a_failure_stops_nothing_and_is_told() throws Exception {
        waiting.addAll(List.of("bad", "bad", "bad"));
        workers.start();
        for (int failures = 0; failures < 3; failures++) {
            assertThat(done.take()).isEqualTo("bad");
            wakes.wake("copier");
        }
        waiting.add("good");
        wakes.wake("copier");
        assertThat(done.take()).isEqualTo("good");
    }

    @Test
    void three_failures_in_a_row_are_bad() {
        var loop = new WorkerLoop(new Copier(), wakes);
        assertThat(loop.health().level()).isEqualTo(Level.GOOD);
        var stops = new LinkedBlockingQueue<WorkerLoop>();
        var failing = new WorkerLoop(
                new Worker() {
                    private int times;

                    @Override
                    public String name() {
                        return "failing";
                    }

                    @Override
                    public boolean work() {
                        if (++times == 3) {
                            stops.remove().stop();
                        }
                        wakes.wake("failing");
                        throw new IllegalArgumentException("planted");
                    }
                },
                wakes);
        stops.add(failing);
        failing.run();
        assertThat(failing.health().level()).isEqualTo(Level.BAD);
        assertThat(failing.health().sentence()).contains("3 times");
    }

    @Test
    void stopping_waits_for_the_piece_under_way() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var slow = new Workers(Role.WORKER, List.of(new Slow(begun, mayEnd, done)), wakes);
        slow.start();
        begun.await();
        Thread stopping = Thread.ofVirtual().start(slow::stop);
        assertThat(stopping.join(Duration.ofMillis(100))).isFalse();
        mayEnd.countDown();
        stopping.join();
        assertThat(done).containsExactly("slow");
    }

    @Test
    void a_process_that_only_answers_does_no_work() throws Exception {
        waiting.add("a");
        var idle = new Workers(Role.WEB, List.of(new Copier()), wakes);
        idle.start();
        assertThat(idle.isRunning()).isFalse();
        assertThat(done.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void two_workers_of_one_name_are_a_bug() {
        assertThatThrownBy(() -> new Workers(Role.ALL, List.of(new Copier(), new Copier()), wakes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("copier");
    }

    private final class Copier implements Worker {

        @Override
        public String name() {
            return "copier";
        }

        @Override
        public boolean work() {
            String next = waiting.poll();
            if (next == null) {
                return false;
            }
            done.add(next);
            if (next.equals("bad")) {
                throw new IllegalArgumentException("planted");
            }
            return true;
        }

        @Override
        public Duration pause() {
            return Duration.ofHours(1);
        }
    }

    private record Slow(CountDownLatch begun, CountDownLatch mayEnd, BlockingQueue<String> done) implements Worker {

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public boolean work() throws InterruptedException {
            begun.countDown();
            mayEnd.await();
            done.add("slow");
            return false;
        }
    }
}
