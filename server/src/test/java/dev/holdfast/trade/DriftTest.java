package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Difference;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.webhook.WebhookFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Planted faults are found and mended; {@code -Dholdfast.faults=1000} plants more, {@code bench/run drift} does that. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DriftTest {
    private static final int FAULTS = Integer.getInteger("holdfast.faults", 48);
    private static final long SEED = Long.getLong("holdfast.seed", 1);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    @Test
    void every_planted_fault_is_found_nothing_else_is_and_all_is_mended() throws Exception {
        try (var trading = TradingShop.notServed(DATABASE, folder.resolve("home"), DriftTest::fill)) {
            trading.buy(2 * FAULTS, SEED);
            trading.pass(Duration.ofMinutes(1));
            try (var served = Served.start(trading)) {
                inStep(trading, served);
                trading.simulator.webhooks().faults(new WebhookFaults(0, 0, 0, 0, 0, 0, 1000, 0), 1);
                var drift = new Drift(trading, SEED);
                drift.plant(FAULTS);
                trading.pass(Duration.ofMinutes(1));
                mended(served, drift);
                System.out.println(served.load());
            }
        }
    }

    private static void inStep(TradingShop trading, Served served) throws Exception {
        served.awaitImport();
        trading.awaitSubscriptions();
        for (int at = 0; at < FAULTS / 8 + 2; at++) {
            OwnPlans.create(trading, "Plan " + at);
        }
        served.consent();
        TradingShop.await(
                "every hold is placed",
                () -> trading.count("select count(*) from held") > 0
                        && trading.count("select count(*) from held where state = 'asked'") == 0);
        trading.pass(Duration.ofMinutes(1));
        trading.awaitRead();
        assertThat(served.reconcile(false).differences())
                .as("nothing was planted yet")
                .isEmpty();
    }

    private static void mended(Served served, Drift drift) throws Exception {
        var done = served.reconcile(true);
        var found = new TreeSet<>(
                done.differences().stream().map(DriftTest::subject).toList());
        var missed = new TreeSet<>(drift.broken());
        missed.removeAll(found);
        var falsely = new TreeSet<>(found);
        falsely.removeAll(drift.touched());
        long mended = done.repaired();
        System.out.printf(
                "drift: %d faults planted with seed %d, %d found, %d other differences, %d of %d mended%n",
                FAULTS, SEED, FAULTS - missed.size(), falsely.size(), mended, found.size());
        assertThat(missed).as("planted and not found").isEmpty();
        assertThat(falsely).as("found and not planted").isEmpty();
        assertThat(done.left()).as("%s", done.differences()).isLessThanOrEqualTo(FAULTS / 100);
        assertThat(done.differences())
                .filteredOn(difference -> !difference.canBeMended())
                .extracting(DriftTest::subject)
                .as("left to a person")
                .containsExactlyInAnyOrderElementsOf(drift.markedPaid());
        assertThat(served.reconcile(false).differences()).as("a second look").noneMatch(Difference::canBeMended);
    }

    private static String subject(Difference difference) {
        return difference.kind() + " " + difference.id();
    }

    /** One product for each fault, with three variants; one in four is sold ahead. */
    private static void fill(Shop shop) {
        var location = shop.locations().all().all().findFirst().orElseThrow().id();
        List<ProductId> ahead = new ArrayList<>();
        for (int at = 0; at < Math.max(20, FAULTS); at++) {
            boolean soldAhead = at % 4 == 0;
            var policy = soldAhead ? InventoryPolicy.CONTINUE : InventoryPolicy.DENY;
            var stock = Map.of(location, soldAhead ? 0 : 100_000);
            var product = shop.catalog()
                    .create(NewProduct.of(
                            "Toy " + at,
                            new NewVariant("Small", "S-" + at, 1000, policy, true, stock),
                            new NewVariant("Large", "L-" + at, 2000, policy, true, stock)));
            if (soldAhead) {
                ahead.add(product.id());
            }
        }
        var plan = PlanInputs.Plan.preOrder(
                "Pre-order",
                PlanInputs.FixedBilling.inFull(),
                PlanInputs.FixedDelivery.unknown(),
                Reserve.ON_FULFILLMENT);
        shop.sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of("Pre-order", plan), ahead, List.of())
                .value();
    }
}
