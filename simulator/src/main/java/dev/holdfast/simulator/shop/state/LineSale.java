package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold on a line, as it was that day.
 *
 * @param unitPriceMinor after the selling plan's price, before discounts
 * @param discountMinor of all units together
 */
public record LineSale(
        ProductVariantId variant,
        ProductId product,
        InventoryItemId item,
        String title,
        String variantTitle,
        @Nullable String sku,
        long unitPriceMinor,
        long discountMinor,
        boolean requiresShipping,
        @Nullable PlanSold plan,
        List<Attribute> properties) {

    /** The selling plan of a line. */
    public record PlanSold(SellingPlanId id, String name) {}

    public LineSale {
        properties = List.copyOf(properties);
    }
}
