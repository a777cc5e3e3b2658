package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentCheckoutTest {

    private static final int BUYERS = 64;
    private static final int TRIES_EACH = 4;

    @Test
    void sixty_four_buyers_at_once_get_exactly_the_hundred_units_there_are() throws Exception {
        Shops shops = Shops.open();
        Variant variant = shops.variant(InventoryPolicy.DENY, 100);

        int placed = placedByAll(shops, variant);

        assertThat(placed).isEqualTo(100);
        assertThat(shops.stock(variant).available()).isZero();
        assertThat(shops.stock(variant).committed()).isEqualTo(100);
        assertThat(shops.shop.truth().unitsSold()).containsEntry(variant.id(), 100);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void with_continue_everybody_gets_one_and_available_goes_below_zero() throws Exception {
        Shops shops = Shops.open();
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 100);

        int placed = placedByAll(shops, variant);

        assertThat(placed).isEqualTo(BUYERS * TRIES_EACH);
        assertThat(shops.stock(variant).available()).isEqualTo(100 - BUYERS * TRIES_EACH);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    private static int placedByAll(Shops shops, Variant variant) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        int placed = 0;
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                Callable<Integer> shopping = () -> {
                    start.await();
                    int got = 0;
                    for (int attempt = 0; attempt < TRIES_EACH; attempt++) {
                        var result = shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1)));
                        got += result instanceof CheckoutResult.Placed ? 1 : 0;
                    }
                    return got;
                };
                results.add(buyers.submit(shopping));
            }
            start.countDown();
            for (Future<Integer> result : results) {
                placed += result.get();
            }
        }
        return placed;
    }
}
