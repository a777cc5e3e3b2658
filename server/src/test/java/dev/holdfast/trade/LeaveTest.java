package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.leave.Leave;
import dev.holdfast.shop.leave.Leave.Standing;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A merchant leaves: told what that does, asked, and then nothing of ours is in the shop, whatever happens meanwhile. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class LeaveTest {
    @RegisterExtension
    static final TestDatabase AGREES = new TestDatabase();

    @RegisterExtension
    static final TestDatabase REMOVES = new TestDatabase();

    @TempDir
    private Path folder;

    private TradingShop open(TestDatabase database) throws InterruptedException {
        var trading = new TradingShop(database, folder.resolve("home"), 30);
        trading.awaitImport();
        trading.awaitSubscriptions();
        trading.consent();
        TradingShop.await("the first holds are placed", () -> trading.count("""
                select count(*) from held where state = 'asked'
                """) == 0);
        trading.awaitRead();
        assertThat(ours(trading)).as("something is there to leave").hasSizeGreaterThan(3);
        return trading;
    }

    /** Fulfillment orders with a hold of ours, by Shopify's own books. */
    private static List<FulfillmentOrder> ours(TradingShop trading) {
        return trading.shop.truth().fulfillmentOrders().stream()
                .filter(of -> of.holds().stream().anyMatch(hold -> hold.handle().startsWith("holdfast-")))
                .toList();
    }

    private static long others(TradingShop trading) {
        return trading.shop.truth().fulfillmentOrders().stream()
                .flatMap(of -> of.holds().stream())
                .filter(hold -> !hold.handle().startsWith("holdfast-"))
                .count();
    }

    private static Standing standing(TradingShop trading) {
        return trading.beside().withLeave((_, leave) -> leave.standing(trading.id()));
    }

    /** The server looks every few seconds how far it is; here it does not wait longer after each look. */
    private static void awaitLeft(TradingShop trading) {
        var leave = trading.server().part(Leave.class);
        var shop = trading.id();
        TradingShop.await("the shop is left", () -> {
            trading.database.superuser().sql("""
                    update scheduled_tasks set execution_time = now() where task_name = 'leave' and not picked
                    """).update();
            return leave.standing(shop).done().isPresent();
        });
        assertThat(standing(trading).done()).as("as the command sees it").isPresent();
    }

    /** What {@code ./holdfast leave} says beside the running server. */
    private static List<String> leave(TradingShop trading, String... options) throws IOException, InterruptedException {
        var words = Stream.concat(Stream.of("leave"), Stream.of(options)).toArray(String[]::new);
        var ended = trading.inProcess(Map.of()).command(words);
        assertThat(ended.code()).as(ended.said()).isZero();
        return ended.said().lines().toList();
    }

    private static String health(TradingShop trading) {
        return Objects.requireNonNull(
                        trading.server().part(HealthReport.class).look().get("leaving"))
                .sentence();
    }

    @Test
    void who_agrees_is_left_without_a_trace_though_the_server_ends_in_between() throws Exception {
        try (var trading = open(AGREES)) {
            assertThat(trading.shop
                            .staff()
                            .hold(ours(trading).getFirst().id(), "Staff waits for an answer")
                            .errors())
                    .isEmpty();
            trading.pass(Duration.ofSeconds(30));
            trading.awaitRead();
            int before = ours(trading).size();
            assertThat(leave(trading))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("Our holds on " + before + " fulfillment orders of "),
                            line -> assertThat(line).startsWith("This version puts nothing else into a shop"),
                            line -> assertThat(line).startsWith("Nothing is changed yet"));
            assertThat(standing(trading).since()).isEmpty();
            assertThat(ours(trading))
                    .as("nothing is done before the merchant agrees")
                    .hasSize(before);

            assertThat(leave(trading, "--confirm")).last().asString().startsWith("Agreed. The server does it;");
            trading.stopServer();
            trading.buy(10, 77);
            trading.restartServer();
            trading.pass(Duration.ofMinutes(1));
            awaitLeft(trading);

            assertThat(ours(trading)).isEmpty();
            assertThat(others(trading)).as("what staff holds stays held").isPositive();
            assertThat(trading.count("select count(*) from shopify_connection where consented_at is not null"))
                    .as("nothing is changed any more without a new agreement")
                    .isZero();
            trading.awaitRead();
            assertThat(trading.count("select count(*) from outbox where kind = 'release.hold' and closed_at is null"))
                    .as("what was bought meanwhile is not held")
                    .isZero();
            assertThat(health(trading)).isEqualTo("no shop is leaving");

            trading.changesSeenAndConfirmed();
            TradingShop.await(
                    "who stays after all is held back again",
                    () -> ours(trading).size() >= before - 1);
            assertThat(standing(trading).since()).isEmpty();
        }
    }

    @Test
    void who_removes_the_app_first_is_told_what_is_left_and_goes_on_after_a_reinstall() throws Exception {
        try (var trading = open(REMOVES)) {
            int before = ours(trading).size();
            trading.uninstall();
            trading.pass(Duration.ofMinutes(1));
            TradingShop.await(
                    "the uninstall is heard of",
                    () -> trading.server().part(ShopRegistry.class).installed().isEmpty());
            assertThat(standing(trading).installed()).isFalse();
            var said = leave(trading);
            assertThat(said)
                    .last()
                    .asString()
                    .startsWith("The shop has removed Holdfast with these " + before + " still in it.");
            assertThat(said.subList(0, said.size() - 1))
                    .hasSize(before)
                    .allMatch(step -> step.startsWith("Order #") && step.contains("release the hold"));
            assertThat(health(trading))
                    .contains(TradingShop.DOMAIN + " has removed Holdfast with " + before + " pieces of it");
            trading.beside().withLeave((_, leave) -> {
                leave.confirm(trading.id());
                return leave;
            });
            assertThat(ours(trading)).as("nobody can reach the shop").hasSize(before);

            trading.reinstall();
            awaitLeft(trading);
            assertThat(ours(trading)).isEmpty();
        }
    }
}
