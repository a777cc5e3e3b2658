package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.time.Instant;

/** An item stocked at a location; an inactive level keeps its quantities and is not sold from. */
public record Level(
        InventoryItemId item,
        LocationId location,
        boolean active,
        Quantities quantities,
        Instant createdAt,
        Instant updatedAt) {

    /** Levels have no number of their own: the location's, with the item in the query. */
    public String gid() {
        return "gid://shopify/InventoryLevel/" + location.number() + "?inventory_item_id=" + item.number();
    }

    public int available() {
        return quantities.available();
    }

    public Level with(Quantities other, Instant at) {
        return new Level(item, location, active, other, createdAt, at);
    }

    public Level withActive(boolean isActive, Instant at) {
        return new Level(item, location, isActive, quantities, createdAt, at);
    }
}
