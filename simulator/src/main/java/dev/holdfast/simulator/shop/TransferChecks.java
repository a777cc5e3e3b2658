package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Shopify refuses of the places and goods of a transfer, and the lines it makes of goods it takes. */
final class TransferChecks {

    private final World world;

    TransferChecks(World world) {
        this.world = world;
    }

    /** Each item known, tracked and named once, in {@code least} units or more. */
    void lines(List<Transfers.Line> lines, int least, List<UserError> errors) {
        Set<InventoryItemId> seen = new HashSet<>();
        for (int at = 0; at < lines.size(); at++) {
            Transfers.Line line = lines.get(at);
            String path = "input.lineItems." + at;
            InventoryItem item = world.tables.items.find(line.item()).orElse(null);
            if (item == null) {
                errors.add(UserError.at(
                        path + ".inventoryItemId", "The inventory item could not be found.", "ITEM_NOT_FOUND"));
            } else if (!item.tracked()) {
                errors.add(UserError.at(
                        path + ".inventoryItemId", "The inventory item is not tracked.", "UNTRACKED_ITEM"));
            } else if (!seen.add(line.item())) {
                errors.add(UserError.at(
                        path + ".inventoryItemId",
                        "The inventory item is already present in the list. Each item must be unique.",
                        "DUPLICATE_ITEM"));
            }
            if (line.quantity() < least) {
                String message = least == 0 ? "The quantity can't be negative." : "The quantity is invalid.";
                errors.add(UserError.at(path + ".quantity", message, "INVALID_QUANTITY"));
            }
        }
    }

    /** A place of this shop that is open; none is as good. */
    void place(@Nullable LocationId id, String path, List<UserError> errors) {
        if (id == null) {
            return;
        }
        Location place = world.tables.locations.find(id).orElse(null);
        if (place == null) {
            errors.add(UserError.at(path, "The location selected can't be found.", "LOCATION_NOT_FOUND"));
        } else if (!place.active()) {
            errors.add(UserError.at(path, "The location selected is not active.", "LOCATION_NOT_ACTIVE"));
        }
    }

    Transfer.Line line(Transfers.Line wanted) {
        return new Transfer.Line(
                new InventoryTransferLineItemId(world.nextId()),
                wanted.item(),
                title(wanted.item()),
                wanted.quantity(),
                0,
                0,
                0);
    }

    private String title(InventoryItemId item) {
        return world.tables
                .items
                .find(item)
                .flatMap(found -> world.tables.variants.find(found.variant()))
                .flatMap(variant -> world.tables.products.find(variant.product()))
                .map(product -> product.title())
                .orElse("");
    }
}
