package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.firstimport.Imports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FirstImportTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    @Test
    void a_shop_that_traded_before_us_is_copied_and_what_follows_equals_a_copy_made_anew() throws Exception {
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"), 60)) {
            trading.awaitImport();
            assertThat(trading.count("select count(*) from customer_order"))
                    .isEqualTo(trading.shop.orders().all().size());
            assertThat(trading.count("select count(*) from variant"))
                    .isEqualTo(trading.shop.catalog().variants().size());
            assertThat(trading.count("select count(*) from stock_level")).isPositive();
            assertThat(trading.count("select count(*) from location")).isPositive();

            trading.awaitSubscriptions();
            trading.buy(20, 2);
            trading.pass(Duration.ofMinutes(2));
            trading.awaitRead();
            var followed = trading.copy();
            trading.server().part(Imports.class).ask(trading.id());
            trading.awaitImport();
            assertThat(trading.copy()).hasSizeGreaterThan(60).isEqualTo(followed);
            assertThat(trading.count("select count(*) from outbox where kind = 'release.hold' and state <> 'waiting'"))
                    .as("effects before the merchant agrees")
                    .isZero();
        }
    }
}
