package dev.holdfast.shop.firstimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewBehindTest {
    @Test
    void work_is_done_in_its_order() {
        List<Integer> done = new ArrayList<>();
        try (var behind = new FewBehind(2)) {
            IntStream.range(0, 100).forEach(number -> behind.hand(() -> done.add(number)));
            behind.await();
        }
        assertThat(done).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void never_more_waits_than_was_said() {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        try (var behind = new FewBehind(2)) {
            for (int i = 0; i < 50; i++) {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                behind.hand(open::decrementAndGet);
            }
            behind.await();
        }
        // Two that wait, and the one in the caller's hand.
        assertThat(most).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void nothing_is_done_after_a_failure_which_the_caller_gets() {
        List<String> done = new ArrayList<>();
        var go = new CountDownLatch(1);
        try (var behind = new FewBehind(2)) {
            behind.hand(() -> {
                await(go);
                throw new IllegalStateException("the disk is full");
            });
            behind.hand(() -> done.add("after it"));
            go.countDown();

            assertThatThrownBy(behind::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the disk is full");
        }
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
