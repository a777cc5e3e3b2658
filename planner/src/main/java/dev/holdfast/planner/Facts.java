package dev.holdfast.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is known of a shop at one instant: stock, queue, and all they depend on. The plan follows from it alone.
 *
 * <p>The order of rows says nothing. References between rows are checked where facts are
 * planned.
 *
 * @param asOf now; its date in the shop's time zone is today
 * @param policies variants without one are {@link Policy#DENY}
 */
public record Facts(
        Instant asOf,
        Settings settings,
        Map<VariantId, Policy> policies,
        List<StockRow> stock,
        List<Inbound> inbound,
        List<Offer> offers,
        List<DemandLine> demand) {

    public Facts {
        policies = Map.copyOf(policies);
        stock = List.copyOf(stock);
        inbound = List.copyOf(inbound);
        offers = List.copyOf(offers);
        demand = List.copyOf(demand);
    }

    public LocalDate today() {
        return asOf.atZone(settings.timeZone()).toLocalDate();
    }
}
