package dev.holdfast.shopify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a merchant may refuse to Holdfast and still use the rest. */
public enum OptionalFeature {
    OLD_ORDERS(Set.of("read_all_orders"), "Orders older than 60 days are not seen"),
    DEFERRED_PAYMENTS(
            Set.of("write_payment_terms", "write_payment_mandate", "read_customer_payment_methods"),
            "Deposits cannot be followed by their balance, so offers take the whole price at once"),
    TRANSFERS(
            Set.of(
                    "write_inventory_transfers",
                    "write_inventory_shipments",
                    "write_inventory_shipments_received_items"),
            "Inbound deliveries are not shown as transfers in Shopify"),
    OFFER_LOCATION(
            Set.of("write_locations", "write_shipping"),
            "Offers cannot have a location of their own, so only the ways SHELF and CLOSE are offered"),
    ORDER_EDITS(Set.of("write_order_edits"), "Buyers cannot swap an item for another"),
    RETURNS(Set.of("write_returns"), "Returns are not made in Holdfast"),
    THIRD_PARTY_FULFILLMENT(
            Set.of("write_third_party_fulfillment_orders"),
            "Orders that a fulfillment service ships are neither held nor released"),
    STOREFRONT_PROXY(Set.of("write_app_proxy"), "Product pages ask Holdfast directly instead of by way of the shop");

    /** Where stock lies is read for everybody; only writing locations can be refused. */
    private static final String LOCATIONS = "read_locations";

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> scopes;

    private final String without;

    OptionalFeature(Set<String> scopes, String without) {
        this.scopes = scopes;
        this.without = without;
    }

    public Set<String> scopes() {
        return scopes;
    }

    public boolean isOn(Scopes granted) {
        return granted.coverAll(scopes);
    }

    /** What is off with these scopes, a sentence each that says what to do about it. */
    public static List<String> switchedOff(Scopes granted) {
        return Arrays.stream(values())
                .filter(feature -> !feature.isOn(granted))
                .map(feature -> feature.without + ": grant Holdfast "
                        + String.join(", ", granted.lacking(feature.scopes)) + " to change that.")
                .toList();
    }

    /** The scopes without which Holdfast cannot work, that are lacking; empty when all are there. */
    public static List<String> lackingForAll(Scopes granted, Scopes wanted) {
        var optional = Arrays.stream(values())
                .flatMap(feature -> feature.scopes.stream())
                .flatMap(OptionalFeature::withRead)
                .filter(scope -> !scope.equals(LOCATIONS))
                .toList();
        return granted.lacking(
                wanted.names().stream().filter(name -> !optional.contains(name)).toList());
    }

    private static Stream<String> withRead(String scope) {
        return scope.startsWith("write_")
                ? Stream.of(scope, "read_" + scope.substring("write_".length()))
                : Stream.of(scope);
    }
}
