package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lines, discounts and shipping cost, in minor units of the shop's currency. */
final class Pricing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final World world;
    private final Sellable sellable;

    Pricing(World world, Sellable sellable) {
        this.world = world;
        this.sellable = sellable;
    }

    /** The variant's price after the plan's, never below zero. */
    long unitPrice(Variant variant, @Nullable SellingPlan plan) {
        long price = variant.priceMinor();
        if (plan == null) {
            return price;
        }
        for (SellingPlan.Pricing policy : plan.pricing()) {
            if (!policy.recurring()) {
                return Math.max(0, adjusted(price, policy));
            }
        }
        return price;
    }

    private long adjusted(long price, SellingPlan.Pricing policy) {
        return switch (policy.adjustment()) {
            case PERCENTAGE -> price - percent(price, policy.value());
            case FIXED_AMOUNT -> price - minor(policy.value());
            case PRICE -> minor(policy.value());
        };
    }

    private long minor(BigDecimal decimal) {
        return Money.of(decimal, world.settings.currency()).minor();
    }

    /** Half up. */
    static long percent(long minor, BigDecimal percentage) {
        return BigDecimal.valueOf(minor)
                .multiply(percentage)
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What each line is discounted by, by all codes together and never by more than it costs. */
    static List<Long> discounts(List<Wanted> lines, List<Discount> codes) {
        List<Long> off = new ArrayList<>();
        for (Wanted line : lines) {
            long full = line.unitPriceMinor() * line.quantity();
            long sum = 0;
            for (Discount code : codes) {
                sum += code.percentage() == null ? 0 : percent(full, code.percentage());
            }
            off.add(Math.min(full, sum));
        }
        for (Discount code : codes) {
            if (code.amountMinor() != null) {
                spread(lines, off, code.amountMinor());
            }
        }
        return off;
    }

    /** In proportion to what is left to pay of each line; each line takes its share of what the earlier ones left. */
    private static void spread(List<Wanted> lines, List<Long> off, long amount) {
        long open = 0;
        for (int at = 0; at < lines.size(); at++) {
            open += left(lines, off, at);
        }
        long rest = Math.min(amount, open);
        for (int at = 0; at < lines.size() && open > 0; at++) {
            long left = left(lines, off, at);
            long share = BigDecimal.valueOf(rest)
                    .multiply(BigDecimal.valueOf(left))
                    .divide(BigDecimal.valueOf(open), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            off.set(at, off.get(at) + share);
            rest -= share;
            open -= left;
        }
    }

    private static long left(List<Wanted> lines, List<Long> off, int at) {
        Wanted line = lines.get(at);
        return line.unitPriceMinor() * line.quantity() - off.get(at);
    }

    /** One flat rate for each location group of each profile that ships something. */
    long shipping(List<Wanted> lines, List<Parcel> parcels) {
        Map<Long, Long> rates = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            Variant variant = lines.get(parcel.line()).variant();
            boolean ships = world.tables
                    .items
                    .find(variant.item())
                    .map(item -> item.requiresShipping())
                    .orElse(true);
            if (ships) {
                DeliveryProfile profile = sellable.profileOf(variant);
                profile.groupOf(parcel.location())
                        .ifPresent(group -> rates.put(group.id().number(), group.rateMinor()));
            }
        }
        return rates.values().stream().mapToLong(Long::longValue).sum();
    }
}
