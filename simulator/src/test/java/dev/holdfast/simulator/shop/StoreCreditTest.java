package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Cart.Payment.Outcome;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.StoreCreditAccountId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCreditTest {
    /** A robot and its shipping. */
    private static final long TOTAL = 1500;

    private final Shops shops = Shops.open();
    private final Customers customers = shops.shop.customers();
    private final CustomerId ada = customers
            .create(Customers.NewCustomer.named("Ada", "Byrne", "ada@example.com"))
            .id();
    private final Currency currency = shops.shop.settings().currency();

    @Test
    void credit_of_one_currency_adds_up_in_one_account_until_it_is_spent() {
        StoreCreditAccount first = customers.credit(ada, money("10.00"), null).value();
        StoreCreditAccount second = customers
                .credit(ada, money("2.50"), Shops.START.plusSeconds(60))
                .value();
        assertThat(second.id()).isEqualTo(first.id());
        StoreCreditAccount spent = customers.debit(first.id(), money("12.00")).value();
        assertThat(spent.balanceMinor()).isEqualTo(50);
        assertThat(spent.movements())
                .extracting(StoreCreditAccount.Movement::amountMinor)
                .containsExactly(1000L, 250L, -1200L);
        assertThat(customers.creditAccountsOf(ada)).containsExactly(spent);
    }

    @Test
    void a_credit_has_an_owner_an_amount_and_an_end_to_come() {
        assertThat(Shops.code(customers.credit(new CustomerId(1), money("1.00"), null)))
                .isEqualTo("OWNER_NOT_FOUND");
        assertThat(Shops.code(customers.credit(ada, money("0.00"), null))).isEqualTo("NEGATIVE_OR_ZERO_AMOUNT");
        assertThat(Shops.code(customers.credit(ada, money("1.00"), Shops.START)))
                .isEqualTo("EXPIRES_AT_IN_PAST");
        assertThat(customers.creditAccountsOf(ada)).isEmpty();
    }

    @Test
    void a_debit_takes_what_an_account_has_in_its_own_currency() {
        StoreCreditAccountId account =
                customers.credit(ada, money("5.00"), null).value().id();
        assertThat(Shops.code(customers.debit(new StoreCreditAccountId(1), money("1.00"))))
                .isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(Shops.code(customers.debit(account, money("-1.00")))).isEqualTo("NEGATIVE_OR_ZERO_AMOUNT");
        assertThat(Shops.code(customers.debit(account, money("5.01")))).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(Shops.code(customers.debit(account, Money.of("1", Currency.getInstance("JPY")))))
                .isEqualTo("MISMATCHING_CURRENCY");
        assertThat(customers.creditAccountsOf(ada))
                .extracting(StoreCreditAccount::balanceMinor)
                .containsExactly(500L);
    }

    @Test
    void credit_lowers_what_is_charged_and_a_cancelled_order_gives_it_back() {
        customers.credit(ada, money("4.00"), null).value();
        Order order = shops.buy(cart(Cart.Payment.SUCCEEDS.withStoreCredit()));
        assertThat(paid(order)).containsExactly("shopify_store_credit 400", "shopify_payments " + (TOTAL - 400));
        assertThat(balance()).isZero();
        assertThat(lastMovement().order()).isEqualTo(order.id());
        assertThat(order.accounts().status()).isEqualTo(FinancialStatus.PAID);

        shops.shop
                .orders()
                .cancel(order.id(), Orders.Cancel.restocked(Order.Reason.CUSTOMER))
                .value();
        shops.pass(shops.shop.switches().jobs());

        assertThat(balance()).isEqualTo(400);
        assertThat(lastMovement().order()).isEqualTo(order.id());
        assertThat(shops.now(order).accounts().net()).isZero();
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void credit_that_covers_all_needs_no_card() {
        customers.credit(ada, money("40.00"), null).value();
        Order order = shops.buy(cart(Cart.Payment.of(Outcome.DECLINED).withStoreCredit()));
        assertThat(paid(order)).containsExactly("shopify_store_credit " + TOTAL);
        assertThat(balance()).isEqualTo(4000 - TOTAL);
    }

    @Test
    void a_declined_card_leaves_the_credit_where_it_was() {
        customers.credit(ada, money("4.00"), null).value();
        Cart cart = cart(Cart.Payment.of(Outcome.DECLINED).withStoreCredit());
        assertThat(shops.shop.checkouts().place(cart)).isInstanceOf(CheckoutResult.Refused.class);
        assertThat(balance()).isEqualTo(400);
    }

    @Test
    void who_pays_at_a_bank_spends_the_credit_on_coming_back() {
        customers.credit(ada, money("4.00"), null).value();
        Duration away = Duration.ofMinutes(10);
        assertThat(shops.shop.checkouts().place(cart(Cart.Payment.late(away).withStoreCredit())))
                .isInstanceOf(CheckoutResult.Away.class);
        assertThat(balance()).isEqualTo(400);
        shops.pass(away);
        assertThat(balance()).isZero();
    }

    @Test
    void credit_of_the_shops_currency_does_not_pay_in_another() {
        Currency yen = Currency.getInstance("JPY");
        Shops abroad = Shops.sellingIn(yen, "160.5");
        CustomerId taro = abroad.shop
                .customers()
                .create(Customers.NewCustomer.named("Taro", "Toda", "taro@example.com"))
                .id();
        abroad.shop.customers().credit(taro, money("4.00"), null).value();
        var buyer = new Cart.Buyer(taro, "taro@example.com", null, "ja", null);
        Variant variant = abroad.variant(InventoryPolicy.DENY, 2);
        Cart cart = Cart.of(buyer, Cart.Line.of(variant.id(), 1)).with(Cart.Payment.SUCCEEDS.withStoreCredit());
        assertThat(paid(abroad.buy(cart.with(yen)))).containsExactly("shopify_payments " + TOTAL);
        assertThat(paid(abroad.buy(cart))).contains("shopify_store_credit 400");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void credit_pays_a_deposit_or_checkout_does_not_offer_it(boolean pays) {
        shops.shop.switches(Switches.usual().with(Switch.STORE_CREDIT_PAYS_PLANS, pays));
        customers.credit(ada, money("4.00"), null).value();
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        var billing =
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.ON_FULFILLMENT, null, null);
        var plan = shops.plan(variant, billing, PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        Cart cart = Cart.of(buyer(), Cart.Line.of(variant.id(), 1, plan)).with(Cart.Payment.SUCCEEDS.withStoreCredit());

        Order order = shops.buy(cart);

        long now = order.accounts().received();
        assertThat(order.accounts().outstanding()).isEqualTo(800);
        assertThat(paid(order))
                .isEqualTo(
                        pays
                                ? List.of("shopify_store_credit 400", "shopify_payments " + (now - 400))
                                : List.of("shopify_payments " + now));
        assertThat(balance()).isEqualTo(pays ? 0 : 400);
    }

    private Cart cart(Cart.Payment payment) {
        Variant variant = shops.variant(InventoryPolicy.DENY, 10);
        return Cart.of(buyer(), Cart.Line.of(variant.id(), 1)).with(payment);
    }

    private Cart.Buyer buyer() {
        return new Cart.Buyer(ada, "ada@example.com", null, "en", null);
    }

    private long balance() {
        return customers.creditAccountsOf(ada).getFirst().balanceMinor();
    }

    private StoreCreditAccount.Movement lastMovement() {
        return customers.creditAccountsOf(ada).getFirst().movements().getLast();
    }

    private static List<String> paid(Order order) {
        return order.transactions().stream()
                .filter(Transaction::took)
                .map(each -> each.gateway() + " " + each.amountMinor())
                .toList();
    }

    private Money money(String decimal) {
        return Money.of(decimal, currency);
    }
}
