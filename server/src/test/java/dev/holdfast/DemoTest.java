package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.web.Doors;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.simulator.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoTest {
    @TempDir
    private Path folder;

    private static void awaitMore(String what, LongSupplier count, long than) {
        long limit = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (count.getAsLong() <= than) {
            assertThat(System.nanoTime()).as("waiting for more " + what).isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void everything_starts_by_one_call_trades_and_ends() throws Exception {
        List<String> said = new ArrayList<>();
        // The simulator is on the class path of the tests, never on that of the program.
        var demo = Demo.start(
                System.getProperty("java.class.path"), new Home(folder.resolve("home")), FreePort.any(), said::add);
        try (demo;
                var client = HttpClient.newHttpClient()) {
            var health = URI.create("http://127.0.0.1:" + demo.part(Doors.class).operatorPort() + "/health");
            assertThat(said).anyMatch(line -> line.contains(health.toString()));
            var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

            var shop = demo.part(ShopRegistry.class)
                    .find(new ShopDomain(SimulatedShop.DOMAIN))
                    .orElseThrow();
            LongSupplier orders = () -> demo.part(Database.class)
                    .inShop(
                            shop,
                            sql -> sql.sql("select count(*) from customer_order where shop_id = :shop")
                                    .param("shop", shop.value())
                                    .query((row, _) -> row.getLong(1))
                                    .single());
            LongSupplier holds = () -> demo.part(Database.class)
                    .inShop(
                            shop,
                            sql -> sql.sql("select count(*) from held where shop_id = :shop and state = 'held'")
                                    .param("shop", shop.value())
                                    .query((row, _) -> row.getLong(1))
                                    .single());
            awaitMore("orders than the first", orders, orders.getAsLong());
            awaitMore("holds", holds, 0);
        }
        assertThat(demo.runs()).as("something is left running").isFalse();
    }
}
