package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Buyers who fill carts by lot and pay. Each cart depends only on the seed and its number; one at a time they come in
 * order, several at once compete.
 */
public final class Shoppers {

    private final Shop shop;
    private final long seed;
    private final List<Offered> offers;
    private final List<Customer> customers;

    /** A variant, and the plan it is sold with when it has one. */
    private record Offered(Variant variant, @Nullable SellingPlanId plan) {}

    /** What became of the carts. */
    public record Sold(int orders, int away, Map<CheckoutResult.Reason, Integer> refused) {}

    /** Shops among the active products as they are now. Throws {@link IllegalArgumentException} when there are none. */
    public Shoppers(Shop shop, long seed) {
        this.shop = shop;
        this.seed = seed;
        this.offers = new ArrayList<>();
        shop.catalog()
                .products()
                .all()
                .filter(product -> product.status() == Product.Status.ACTIVE)
                .forEach(product -> shop.catalog().variantsOf(product).forEach(this::offer));
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to buy: make products first");
        }
        this.customers = shop.customers().all().all().toList();
    }

    /** So many carts, so many of them at once. */
    public Sold run(int carts, int atOnce) throws InterruptedException {
        if (carts < 0 || atOnce < 1) {
            throw new IllegalArgumentException("Give no fewer than 0 carts and 1 at once: " + carts + ", " + atOnce);
        }
        int orders = 0;
        int away = 0;
        Map<CheckoutResult.Reason, Integer> refused = new EnumMap<>(CheckoutResult.Reason.class);
        for (CheckoutResult each : atOnce == 1 ? oneByOne(carts) : together(carts, atOnce)) {
            switch (each) {
                case CheckoutResult.Placed placed -> orders++;
                case CheckoutResult.Away left -> away++;
                case CheckoutResult.Refused no -> refused.merge(no.reason(), 1, Integer::sum);
            }
        }
        return new Sold(orders, away, refused);
    }

    private List<CheckoutResult> oneByOne(int carts) {
        List<CheckoutResult> results = new ArrayList<>();
        for (int number = 0; number < carts; number++) {
            results.add(shop.checkouts().place(cart(number)));
        }
        return results;
    }

    private List<CheckoutResult> together(int carts, int atOnce) throws InterruptedException {
        Semaphore free = new Semaphore(atOnce);
        List<Future<CheckoutResult>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < carts; number++) {
                Cart cart = cart(number);
                free.acquire();
                Callable<CheckoutResult> buying = () -> {
                    try {
                        return shop.checkouts().place(cart);
                    } finally {
                        free.release();
                    }
                };
                running.add(threads.submit(buying));
            }
            List<CheckoutResult> results = new ArrayList<>();
            for (Future<CheckoutResult> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A checkout broke", e.getCause());
        }
    }

    private Cart cart(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        List<Cart.Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int at = 0; at < count; at++) {
            Offered offer = offers.get(random.nextInt(offers.size()));
            boolean again = lines.stream()
                    .anyMatch(line -> line.variant().equals(offer.variant().id()));
            if (!again) {
                lines.add(new Cart.Line(offer.variant().id(), 1 + random.nextInt(2), offer.plan(), List.of()));
            }
        }
        return Cart.of(buyer(random), lines.toArray(Cart.Line[]::new));
    }

    private Cart.Buyer buyer(SplittableRandom random) {
        if (customers.isEmpty()) {
            return Cart.Buyer.guest("buyer@example.com");
        }
        Customer who = customers.get(random.nextInt(customers.size()));
        Address home = new Address(
                who.firstName() + " " + who.lastName(),
                (1 + random.nextInt(200)) + " Toy Street",
                "Dublin",
                "D01 " + random.nextInt(1000, 9999),
                null,
                shop.settings().country());
        return new Cart.Buyer(who.id(), who.email(), who.phone(), who.locale(), home);
    }

    private void offer(Variant variant) {
        SellingPlanId plan = shop.sellingPlans().groupsOf(variant).stream()
                .flatMap(group -> group.plans().stream())
                .map(SellingPlan::id)
                .findFirst()
                .orElse(null);
        offers.add(new Offered(variant, plan));
    }
}
