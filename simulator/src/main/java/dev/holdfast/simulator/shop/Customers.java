package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.StoreCreditAccountId;
import dev.holdfast.simulator.shop.state.Id.StoreCreditAccountTransactionId;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import dev.holdfast.simulator.shop.state.StoreCreditAccount.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers and their store credit. */
public final class Customers {

    private final World world;

    /** A customer to make. */
    public record NewCustomer(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            String locale) {

        public static NewCustomer named(String first, String last, String email) {
            return new NewCustomer(first, last, email, null, "en");
        }
    }

    Customers(World world) {
        this.world = world;
    }

    public Table<Customer> all() {
        return world.tables.customers;
    }

    /** In the order in which they were placed. */
    public List<Order> ordersOf(CustomerId id) {
        return world.tables.ordersOfCustomer.of(id, world.tables.orders);
    }

    public Table<StoreCreditAccount> creditAccounts() {
        return world.tables.creditAccounts;
    }

    public List<StoreCreditAccount> creditAccountsOf(CustomerId id) {
        return world.tables.creditAccountsOf.of(id, world.tables.creditAccounts);
    }

    public Customer create(NewCustomer wanted) {
        return world.write(() -> {
            Instant now = world.now();
            Customer made = new Customer(
                    new CustomerId(world.nextId()),
                    wanted.firstName(),
                    wanted.lastName(),
                    wanted.email(),
                    wanted.phone(),
                    wanted.locale(),
                    List.of(),
                    now,
                    now);
            world.tables.customers.put(made);
            world.emit(Topic.CUSTOMERS_CREATE, new Subject.CustomerChanged(made));
            return made;
        });
    }

    /** {@code storeCreditAccountCredit} of a customer: the account of the currency is made when there is none. */
    public Result<StoreCreditAccount> credit(CustomerId owner, Money amount, @Nullable Instant expiresAt) {
        return world.write(() -> {
            if (world.tables.customers.find(owner).isEmpty()) {
                return Result.refused(UserError.at("id", "Owner does not exist", "OWNER_NOT_FOUND"));
            }
            if (amount.minor() <= 0) {
                return Result.refused(UserError.at(
                        "creditInput.creditAmount.amount",
                        "A positive amount must be used to credit a store credit account",
                        "NEGATIVE_OR_ZERO_AMOUNT"));
            }
            if (expiresAt != null && !expiresAt.isAfter(world.now())) {
                return Result.refused(UserError.at(
                        "creditInput.expiresAt", "The expiry date must be in the future", "EXPIRES_AT_IN_PAST"));
            }
            return Result.done(move(account(owner, amount.currency()), amount.minor(), null, expiresAt));
        });
    }

    /** {@code storeCreditAccountDebit}. */
    public Result<StoreCreditAccount> debit(StoreCreditAccountId id, Money amount) {
        return world.write(() -> {
            StoreCreditAccount account = world.tables.creditAccounts.find(id).orElse(null);
            if (account == null) {
                return Result.refused(UserError.at("id", "Store credit account does not exist", "ACCOUNT_NOT_FOUND"));
            }
            if (!account.currency().equals(amount.currency())) {
                return Result.refused(UserError.at(
                        "debitInput.debitAmount.currencyCode",
                        "The currency provided does not match the currency of the store credit account",
                        "MISMATCHING_CURRENCY"));
            }
            if (amount.minor() <= 0) {
                return Result.refused(UserError.at(
                        "debitInput.debitAmount.amount",
                        "A positive amount must be used to debit a store credit account",
                        "NEGATIVE_OR_ZERO_AMOUNT"));
            }
            if (amount.minor() > account.balanceMinor()) {
                return Result.refused(UserError.at(
                        "debitInput.debitAmount.amount",
                        "The store credit account does not have sufficient funds to satisfy the request",
                        "INSUFFICIENT_FUNDS"));
            }
            return Result.done(move(account, -amount.minor(), null, null));
        });
    }

    /** What a customer can pay with store credit of a currency. */
    long creditMinor(CustomerId owner, Currency currency) {
        return creditAccountsOf(owner).stream()
                .filter(account -> account.currency().equals(currency))
                .mapToLong(StoreCreditAccount::balanceMinor)
                .sum();
    }

    void spend(CustomerId owner, Money amount, OrderId order) {
        move(account(owner, amount.currency()), -amount.minor(), order, null);
    }

    void refund(CustomerId owner, Money amount, OrderId order) {
        move(account(owner, amount.currency()), amount.minor(), order, null);
    }

    private StoreCreditAccount account(CustomerId owner, Currency currency) {
        Optional<StoreCreditAccount> known = creditAccountsOf(owner).stream()
                .filter(account -> account.currency().equals(currency))
                .findFirst();
        return known.orElseGet(() -> {
            StoreCreditAccountId id = new StoreCreditAccountId(world.nextId());
            world.tables.creditAccountsOf.add(owner, id);
            return new StoreCreditAccount(id, owner, currency, 0, List.of(), world.now());
        });
    }

    private StoreCreditAccount move(
            StoreCreditAccount account, long minor, @Nullable OrderId order, @Nullable Instant expiresAt) {
        long balance = account.balanceMinor() + minor;
        List<Movement> movements = new ArrayList<>(account.movements());
        movements.add(new Movement(
                new StoreCreditAccountTransactionId(world.nextId()), minor, balance, order, world.now(), expiresAt));
        StoreCreditAccount after = new StoreCreditAccount(
                account.id(), account.owner(), account.currency(), balance, movements, world.now());
        world.tables.creditAccounts.put(after);
        return after;
    }
}
