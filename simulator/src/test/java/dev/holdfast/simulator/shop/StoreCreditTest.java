package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.StoreCreditAccountId;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class StoreCreditTest {
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

    private Money money(String decimal) {
        return Money.of(decimal, currency);
    }
}
