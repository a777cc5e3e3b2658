package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Difference;
import dev.holdfast.report.Difference.Cause;
import dev.holdfast.report.Reconciler;
import dev.holdfast.report.Reconciliation;
import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.Refunds;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.webhook.WebhookFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Staff works in Shopify and no webhook tells: every difference is found, explained and mended. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class BehindOurBackTest {
    private static final int ALL = 1000;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    private static TradingShop trading;

    @BeforeAll
    static void open() throws InterruptedException {
        trading = new TradingShop(DATABASE, folder.resolve("home"), 40);
        trading.awaitImport();
        trading.awaitSubscriptions();
        trading.consent();
        TradingShop.await("the first holds are placed", () -> trading.count("""
                select count(*) from held where state = 'asked'
                """) == 0);
    }

    @AfterAll
    static void close() {
        trading.close();
    }

    @BeforeEach
    void in_step() throws InterruptedException {
        trading.simulator.webhooks().faults(WebhookFaults.NONE, 1);
        trading.pass(Duration.ofMinutes(1));
        trading.awaitRead();
        assertThat(reconcile(true).left()).isZero();
        // From now on Shopify tells nothing.
        trading.simulator.webhooks().faults(new WebhookFaults(0, 0, 0, 0, 0, 0, ALL, 0), 1);
    }

    private static Reconciliation reconcile(boolean repair) throws InterruptedException {
        return trading.server().part(Reconciler.class).reconcile(trading.id(), repair);
    }

    /** The one thing that differs is found with these words, and mended. */
    private static void found(String kind, Cause cause, String words) throws InterruptedException {
        trading.pass(Duration.ofSeconds(30));
        assertThat(reconcile(false).differences())
                .filteredOn(difference -> difference.kind().equals(kind))
                .isNotEmpty()
                .anySatisfy(difference -> {
                    assertThat(difference.cause()).isEqualTo(cause);
                    assertThat(difference.sentence()).contains(words);
                });
        var repaired = reconcile(true);
        assertThat(repaired.differences()).isNotEmpty();
        assertThat(repaired.left()).as("%s", repaired.differences()).isZero();
        assertThat(reconcile(false).differences())
                .extracting(Difference::sentence)
                .isEmpty();
    }

    private static List<Order> openOrders() {
        return trading.shop.truth().orders().stream()
                .filter(order -> !order.isCancelled() && order.closedAt() == null)
                .toList();
    }

    private static Order anOpenOrder() {
        return openOrders().getFirst();
    }

    private static Variant aVariantOfSeveral() {
        return trading.shop
                .catalog()
                .products()
                .all()
                .filter(product -> product.variants().size() > 1)
                .findFirst()
                .map(product -> trading.shop.catalog().variantsOf(product).getLast())
                .orElseThrow();
    }

    private static FulfillmentOrder held() {
        return trading.shop.truth().fulfillmentOrders().stream()
                .filter(of -> !of.holds().isEmpty() && of.remaining() > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stock_that_staff_counts() throws InterruptedException {
        var variant = aVariantOfSeveral();
        var location =
                trading.shop.locations().all().all().findFirst().orElseThrow().id();
        trading.shop.staff().count(variant.item(), location, QuantityName.AVAILABLE, 777);
        found("stock", Cause.OLD_HERE, "available is 777 in Shopify");
    }

    @Test
    void a_policy_that_staff_changes() throws InterruptedException {
        var variant = aVariantOfSeveral();
        var other = variant.policy() == InventoryPolicy.DENY ? InventoryPolicy.CONTINUE : InventoryPolicy.DENY;
        trading.shop.staff().policy(variant.id(), other);
        found("product", Cause.OLD_HERE, "policy is " + other + " in Shopify");
    }

    @Test
    void a_variant_that_staff_deletes() throws InterruptedException {
        var variant = aVariantOfSeveral();
        trading.shop.staff().deleteVariant(variant.id());
        found("product", Cause.OLD_HERE, "variant " + variant.id().number() + " is nothing in Shopify");
        assertThat(trading.count("select count(*) from variant where gone_at is not null and variant_id = "
                        + variant.id().number()))
                .isOne();
    }

    @Test
    void an_order_that_staff_cancels() throws InterruptedException {
        var order = anOpenOrder();
        trading.shop.orders().cancel(order.id(), Orders.Cancel.restocked(Order.Reason.OTHER));
        found("order", Cause.NOT_THERE, "We know order " + order.name());
        assertThat(trading.count("select count(*) from customer_order where cancelled_at is not null and order_id = "
                        + order.id().number()))
                .isOne();
    }

    @Test
    void an_order_that_staff_edits() throws InterruptedException {
        var order = openOrders().getLast();
        trading.shop.staff().editFirstLine(order.id(), 9, true);
        found("order", Cause.OLD_HERE, "order " + order.name() + ": financial status is PARTIALLY_PAID in Shopify");
        assertThat(trading.count("select count(*) from order_line where wanted = 9 and order_id = "
                        + order.id().number()))
                .isOne();
    }

    @Test
    void an_order_that_staff_ships() throws InterruptedException {
        var order = openOrders().get(2);
        trading.shop.staff().shipAll(order.id());
        trading.pass(Duration.ofSeconds(30));
        assertThat(reconcile(true).left()).isZero();
        assertThat(trading.count("select coalesce(sum(open), 0) from order_line where order_id = "
                        + order.id().number()))
                .isEqualTo(trading.shop.orders().all().find(order.id()).orElseThrow().lines().stream()
                        .mapToLong(line -> line.unfulfilledQuantity())
                        .sum());
    }

    @Test
    void a_hold_that_staff_releases_is_not_placed_again() throws InterruptedException {
        var of = held();
        trading.shop.staff().releaseAll(of.id());
        found("order", Cause.OLD_HERE, "fulfillment order " + of.id().number());
        assertThat(trading.count("select count(*) from held where state = 'gone' and fulfillment_order_id = "
                        + of.id().number()))
                .isOne();
        assertThat(trading.shop
                        .fulfillmentOrders()
                        .all()
                        .find(of.id())
                        .orElseThrow()
                        .holds())
                .isEmpty();
    }

    @Test
    void a_fulfillment_order_that_staff_moves_and_a_location_that_staff_deletes() throws InterruptedException {
        var from = trading.shop.locations().all().all().findFirst().orElseThrow();
        var other = trading.shop.locations().add("Annex", from.address(), true).value();
        found("location", Cause.NOT_HERE, "Shopify has location Annex");

        var of = trading.shop.truth().fulfillmentOrders().stream()
                .filter(one -> one.status() == FulfillmentOrder.Status.OPEN && one.remaining() > 0)
                .findFirst()
                .orElseThrow();
        trading.shop.fulfillmentOrders().ofOrder(of.order()).stream()
                .flatMap(one -> one.lines().stream())
                .forEach(line -> trading.shop.staff().count(line.item(), other.id(), QuantityName.AVAILABLE, 50));
        assertThat(trading.shop.staff().move(of.id(), other.id()).errors()).isEmpty();
        found("order", Cause.OLD_HERE, "location is " + other.id().number() + " in Shopify");

        assertThat(trading.shop.staff().deleteLocation(other.id(), from.id()).errors())
                .isEmpty();
        found("location", Cause.NOT_THERE, "We know location Annex");
        assertThat(trading.count("select count(*) from location where gone_at is not null"))
                .isOne();
    }

    @Test
    void a_price_of_a_plan_that_staff_changes_and_a_group_that_is_deleted() throws InterruptedException {
        trading.simulator.webhooks().faults(WebhookFaults.NONE, 1);
        var group = OwnPlans.create(trading, "Ours");
        trading.pass(Duration.ofMinutes(1));
        trading.awaitRead();
        assertThat(reconcile(false).differences()).as("told by webhook").isEmpty();
        trading.simulator.webhooks().faults(new WebhookFaults(0, 0, 0, 0, 0, 0, ALL, 0), 1);

        var plan = group.plans().getFirst().id();
        trading.shop.staff().planPrice(plan, 15).value();
        found(
                "selling plan group",
                Cause.OTHER_HERE,
                "plan " + plan.number() + " price is PERCENTAGE 15 % in Shopify and that of the variant here");
        trading.shop.sellingPlans().delete(group.id()).value();
        found("selling plan group", Cause.NOT_THERE, "We know selling plan group Ours");
    }

    @Test
    void an_order_that_staff_marks_as_paid_without_a_transaction_is_told_and_left_to_a_person()
            throws InterruptedException {
        // More units of a line with a plan cannot be added.
        var order = openOrders().stream()
                .filter(one -> one.lines().getFirst().sale().plan() == null)
                .findFirst()
                .orElseThrow();
        trading.shop.staff().editFirstLine(order.id(), 9, true).value();
        trading.pass(Duration.ofSeconds(30));
        reconcile(true);

        trading.shop.orders().markAsPaid(order.id()).value();
        trading.pass(Duration.ofSeconds(30));
        var told = reconcile(true);
        assertThat(told.left()).isZero();
        assertThat(told.byHand()).isOne();
        assertThat(reconcile(false).differences()).singleElement().satisfies(difference -> {
            assertThat(difference.cause()).isEqualTo(Cause.BY_HAND);
            assertThat(difference.id()).isEqualTo(order.id().number());
            assertThat(difference.sentence())
                    .contains("Order " + order.name() + " is marked as paid without a transaction")
                    .contains("its transactions come to", "give it back by hand or as store credit");
        });

        var other = openOrders().stream()
                .filter(one -> one.accounts().status() == FinancialStatus.PAID && !one.markedPaid())
                .findFirst()
                .orElseThrow();
        giveBackALittle(order);
        giveBackALittle(other);
        trading.pass(Duration.ofSeconds(30));
        assertThat(reconcile(true).byHand()).as("also when partly refunded").isOne();

        // So that the others find the shop as it was.
        trading.shop.orders().cancel(order.id(), Orders.Cancel.restocked(Order.Reason.OTHER));
    }

    private static void giveBackALittle(Order order) {
        var paid = order.transactions().stream()
                .filter(Transaction::took)
                .findFirst()
                .orElseThrow();
        var back = new Refunds.Back("REFUND", paid.id(), paid.gateway(), 100);
        var refund = new Refunds.Request(order.id(), List.of(), 0, List.of(back), 0, false, null);
        assertThat(trading.shop
                        .refunds()
                        .create(refund)
                        .value()
                        .order()
                        .accounts()
                        .status())
                .isEqualTo(FinancialStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void an_order_nobody_told_us_of() throws InterruptedException {
        trading.buy(3, 99);
        found("order", Cause.NOT_HERE, "and we do not know it");
    }
}
