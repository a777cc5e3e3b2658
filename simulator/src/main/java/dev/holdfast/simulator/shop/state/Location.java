package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where stock lies.
 *
 * @param service whether it belongs to a fulfillment service, and not to the merchant
 * @param rank order routing prefers the lowest
 */
public record Location(
        LocationId id,
        String name,
        Address address,
        boolean active,
        boolean fulfillsOnlineOrders,
        boolean shipsInventory,
        boolean service,
        int rank,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deactivatedAt)
        implements Row {

    public Location withActive(boolean isActive, Instant at) {
        return new Location(
                id,
                name,
                address,
                isActive,
                fulfillsOnlineOrders,
                shipsInventory,
                service,
                rank,
                createdAt,
                at,
                isActive ? null : at);
    }

    public Location edited(String otherName, boolean online, Instant at) {
        return new Location(
                id, otherName, address, active, online, shipsInventory, service, rank, createdAt, at, deactivatedAt);
    }

    public Location withRank(int other, Instant at) {
        return new Location(
                id,
                name,
                address,
                active,
                fulfillsOnlineOrders,
                shipsInventory,
                service,
                other,
                createdAt,
                at,
                deactivatedAt);
    }
}
