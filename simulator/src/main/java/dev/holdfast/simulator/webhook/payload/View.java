package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Placement;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one app sees one shop: times in the shop's zone, amounts as decimal text, ids as numbers and as global ids.
 *
 * @param app the number of the app the body is for
 */
record View(Shop shop, long app) {

    static final String ZERO = "0.00";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** With the id as a number and as a global id, first. */
    static ObjectNode identified(Id id) {
        return object().put("id", id.number()).put("admin_graphql_api_id", id.gid());
    }

    /** With the global id alone, as the younger topics have it. */
    static ObjectNode global(Id id) {
        return object().put("id", id.gid());
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at.atZone(shop.settings().zone()));
    }

    String currency() {
        return shop.settings().currency().getCurrencyCode();
    }

    /** In the shop's currency. */
    String amount(long minor) {
        return text(new Money(minor, shop.settings().currency()));
    }

    /** In the shop's and in the buyer's currency. */
    ObjectNode both(Placement order, long minor) {
        return both(order, minor, "currency_code");
    }

    /** The same; transactions call the currency by another name. */
    ObjectNode both(Placement order, long minor, String currencyField) {
        ObjectNode set = object();
        set.set("shop_money", money(order.shopMoney(minor), currencyField));
        set.set("presentment_money", money(order.presentmentMoney(minor), currencyField));
        return set;
    }

    private static ObjectNode money(Money money, String currencyField) {
        return object().put("amount", text(money))
                .put(currencyField, money.currency().getCurrencyCode());
    }

    private static String text(Money money) {
        return money.amount().toPlainString();
    }
}
