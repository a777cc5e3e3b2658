package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TradingShopTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path home;

    @Test
    void a_program_that_got_the_port_of_another_shop_refuses_its_webhooks() {
        try (var one = TradingShop.notServed(DATABASE, home, _ -> {});
                var other = TradingShop.notServed(DATABASE, home, _ -> {})) {
            assertThat(one.app.secret()).isNotEqualTo(other.app.secret());
        }
    }
}
