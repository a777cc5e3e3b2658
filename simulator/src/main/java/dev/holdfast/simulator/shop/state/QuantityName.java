package dev.holdfast.simulator.shop.state;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An inventory state; on hand is the sum of those that are inside it. */
public enum QuantityName {
    AVAILABLE("available", true),
    INCOMING("incoming", false),
    COMMITTED("committed", true),
    RESERVED("reserved", true),
    DAMAGED("damaged", true),
    SAFETY_STOCK("safety_stock", true),
    QUALITY_CONTROL("quality_control", true),
    ON_HAND("on_hand", false);

    private static final Map<String, QuantityName> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toMap(QuantityName::wire, Function.identity()));

    private final String wire;
    private final boolean partOfOnHand;

    QuantityName(String wire, boolean partOfOnHand) {
        this.wire = wire;
        this.partOfOnHand = partOfOnHand;
    }

    public static Optional<QuantityName> of(String wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }

    /** The name in the API, such as {@code on_hand}. */
    public String wire() {
        return wire;
    }

    public boolean partOfOnHand() {
        return partOfOnHand;
    }
}
