package dev.holdfast.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.SellingPlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff changes what is owed and what a plan costs, over the control API. */
class StaffMoneyTest {

    private static final String SHOP = "/simulator/shops/toys";
    private Simulator simulator;
    private Caller caller;
    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.start(SimulatorSettings.usual());
        caller = new Caller(simulator.address().toString());
        var made = caller.postJson("/simulator/shops", Map.of("domain", "toys.myshopify.com", "demo", true));
        assertThat(made.status()).isEqualTo(201);
        shop = simulator.shop("toys.myshopify.com");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private void staff(Map<String, Object> what) throws IOException {
        assertThat(caller.postJson(SHOP + "/staff", what).status()).isEqualTo(200);
    }

    private Order order() {
        // More units of a line with a plan cannot be added.
        return shop.truth().orders().stream()
                .filter(order -> order.lines().getFirst().sale().plan() == null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marking_as_paid_makes_a_transaction_or_none_by_switch() throws IOException {
        for (boolean makesOne : new boolean[] {true, false}) {
            caller.postJson(SHOP + "/switches", Map.of("MARK_AS_PAID_MAKES_TRANSACTION", makesOne));
            if (makesOne) {
                caller.postJson(SHOP + "/shoppers", Map.of("orders", 10, "seed", 3));
            }
            long id = order().id().number();
            int units = order().lines().getFirst().currentQuantity() + 1;
            staff(Map.of("do", "edit", "order", id, "quantity", units));
            int before = order().transactions().size();
            staff(Map.of("do", "mark_paid", "order", id));
            assertThat(order().accounts().status()).isEqualTo(FinancialStatus.PAID);
            assertThat(order().transactions()).hasSize(makesOne ? before + 1 : before);
        }
    }

    @Test
    void a_plan_gets_a_price_of_its_own() throws IOException {
        long plan = plan().id().number();
        staff(Map.of("do", "plan_price", "selling_plan", plan, "percent_off", 15));
        assertThat(plan().pricing())
                .containsExactly(
                        new SellingPlan.Pricing(SellingPlan.Adjustment.PERCENTAGE, BigDecimal.valueOf(15), false));
    }

    private SellingPlan plan() {
        return shop.sellingPlans()
                .groups()
                .all()
                .findFirst()
                .orElseThrow()
                .plans()
                .getFirst();
    }
}
