package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;

/** What every variant of a shop is planned by: today, the shop's orders and calendar, its offers. */
final class Planning {

    private final LocalDate today;
    private final ShopOrder order;
    private final ShipDates dates;
    private final Map<OfferId, Offer> offers;

    Planning(Facts facts, ShopOrder order, Map<OfferId, Offer> offers) {
        today = facts.today();
        this.order = order;
        dates = new ShipDates(facts.settings());
        this.offers = offers;
    }

    VariantPlan plan(VariantBook book) {
        FirmTotals firm = new FirmTotals();
        for (DemandLine line : book.queue()) {
            firm.add(line);
        }
        VariantSupply supply = VariantSupply.of(today, order, book.stock(), book.inbound(), firm);
        VariantPlan plan = new VariantPlan(new ArrayList<>(), new Remainder(supply));
        append(plan, book.queue());
        return plan;
    }

    /** Plans lines at the tail from what is left, without reading the queue. */
    void append(VariantPlan plan, Collection<DemandLine> tail) {
        new PlanCollector(dates, offers).collect(tail, plan);
    }
}
