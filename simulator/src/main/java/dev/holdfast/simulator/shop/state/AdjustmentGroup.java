package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.InventoryAdjustmentGroupId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quantity changes of one inventory mutation.
 *
 * @param changes as Shopify lists them: those of on hand follow those that caused them
 */
public record AdjustmentGroup(
        InventoryAdjustmentGroupId id,
        Instant createdAt,
        AppId app,
        String reason,
        @Nullable String reference,
        List<LedgerEntry> changes) {

    public AdjustmentGroup {
        changes = List.copyOf(changes);
    }
}
