package dev.holdfast.backlog.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToyShopTest {

    /** Tests run in their module's folder. */
    private static final Path COMMITTED = Path.of("..", "samples", "toy-shop");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void the_committed_sample_is_what_its_generator_writes() throws IOException {
        SampleShop.TOY.writeTo(folder);
        for (String name : List.of(
                "orders_export_1.csv",
                "orders_export_2.csv",
                "inventory_export.csv",
                "products_export.csv",
                "inbound.csv",
                "holdfast.toml")) {
            assertThat(folder.resolve(name))
                    .as("after a change of the generator run: ./holdfast sample samples/toy-shop")
                    .hasSameTextualContentAs(COMMITTED.resolve(name));
        }
    }

    @Test
    void it_has_what_a_shop_with_a_backlog_has() throws IOException {
        String orders = Files.readString(COMMITTED.resolve("orders_export_1.csv"))
                + Files.readString(COMMITTED.resolve("orders_export_2.csv"));
        assertThat(orders).contains(",partial,", ",restocked,", ",voided,", ",partially_refunded,", ",partially_paid,");
        assertThat(orders.lines().filter(line -> line.contains(" +0"))).hasSizeGreaterThanOrEqualTo(1_500);
        String inbound = Files.readString(COMMITTED.resolve("inbound.csv"));
        assertThat(inbound.lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .distinct())
                .hasSize(6);
        assertThat(inbound).contains(",2026-11-16,", ",,Bremen warehouse,", "storm-lantern");
        assertThat(Files.readString(COMMITTED.resolve("inventory_export.csv"))).contains("Harbour shop", "not stocked");
    }

    @Test
    void nobody_real_is_in_it() throws IOException {
        String orders = Files.readString(COMMITTED.resolve("orders_export_1.csv"));
        assertThat(orders.lines().filter(line -> line.contains("@")).filter(line -> !line.contains("@example.com")))
                .isEmpty();
    }

    @Test
    void a_larger_shop_has_as_many_orders_as_asked_for() throws IOException {
        new SampleShop(5_000, 100, 3).writeTo(folder);
        long orders = Files.readString(folder.resolve("orders_export_1.csv"))
                        .lines()
                        .filter(line -> line.contains("Shopify Payments") || line.contains("Bank Deposit"))
                        .count()
                + Files.readString(folder.resolve("orders_export_2.csv"))
                        .lines()
                        .filter(line -> line.contains("Shopify Payments") || line.contains("Bank Deposit"))
                        .count();
        assertThat(orders).isEqualTo(5_000);
    }
}
