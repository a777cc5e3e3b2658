package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.StoreCreditAccountId;
import dev.holdfast.simulator.shop.state.Id.StoreCreditAccountTransactionId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's store credit in one currency. */
public record StoreCreditAccount(
        StoreCreditAccountId id,
        CustomerId owner,
        Currency currency,
        long balanceMinor,
        List<Movement> movements,
        Instant updatedAt)
        implements Row {

    /** What transactions of orders that are paid with it, or given back to it, name. */
    public static final String GATEWAY = "shopify_store_credit";

    /**
     * A credit, or a debit below zero.
     *
     * @param order the order that was paid with it, or whose refund it is
     */
    public record Movement(
            StoreCreditAccountTransactionId id,
            long amountMinor,
            long balanceAfterMinor,
            @Nullable OrderId order,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    public StoreCreditAccount {
        movements = List.copyOf(movements);
    }
}
