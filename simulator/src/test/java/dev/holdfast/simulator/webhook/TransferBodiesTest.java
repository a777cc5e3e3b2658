package dev.holdfast.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.Transfers.Line;
import dev.holdfast.simulator.shop.Transfers.NewTransfer;
import dev.holdfast.simulator.shop.event.ShopEvent;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.webhook.payload.Payloads;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferBodiesTest {

    private HookFixture hooks;

    @BeforeEach
    void open() throws IOException {
        hooks = new HookFixture();
    }

    @AfterEach
    void close() {
        hooks.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_state_of_a_transfer_is_in_lower_case_or_in_capitals(boolean lower) {
        hooks.shop.switches(Switches.usual().with(Switch.TRANSFER_STATES_ARE_LOWER_CASE, lower));
        var item = hooks.shop
                .catalog()
                .variantsOf(hooks.product("Train"))
                .getFirst()
                .item();
        hooks.shop
                .transfers()
                .createReady(NewTransfer.to(hooks.location().id(), new Line(item, 5)))
                .value();
        ShopEvent ready = hooks.shop.events().after(0, Integer.MAX_VALUE).stream()
                .filter(event -> event.topic() == Topic.INVENTORY_TRANSFERS_READY_TO_SHIP)
                .findFirst()
                .orElseThrow();
        var body = new Payloads(hooks.shop, hooks.app.settings().id()).of(ready).getFirst();
        assertThat(body.path("status").asString()).isEqualTo(lower ? "ready_to_ship" : "READY_TO_SHIP");
    }
}
