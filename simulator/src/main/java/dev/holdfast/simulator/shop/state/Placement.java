package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order came about; it never changes.
 *
 * @param number the 1001 of #1001
 * @param presentment what the buyer saw and pays in
 * @param rate units of presentment for one unit of the shop's currency
 * @param sourceName such as {@code web}, {@code shopify_draft_order} or an app's number
 */
public record Placement(
        int number,
        Instant createdAt,
        Instant processedAt,
        @Nullable CustomerId customer,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        Currency currency,
        Currency presentment,
        BigDecimal rate,
        @Nullable Address shippingAddress,
        String sourceName,
        @Nullable AppId app,
        boolean test,
        String token,
        List<Attribute> attributes,
        List<String> discountCodes) {

    public Placement {
        attributes = List.copyOf(attributes);
        discountCodes = List.copyOf(discountCodes);
    }

    public String name() {
        return "#" + number;
    }

    public Money shopMoney(long minor) {
        return new Money(minor, currency);
    }

    /** Each amount is converted by itself: presentment amounts of parts may differ from their sum's by a rounding unit. */
    public Money presentmentMoney(long minor) {
        return shopMoney(minor).in(presentment, rate);
    }
}
