package dev.holdfast.release;

import dev.holdfast.order.OpenOrders;
import dev.holdfast.order.OpenOrders.HeldByUs;
import dev.holdfast.platform.Ids;
import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.leave.Footprint;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.outbox.NewEffect;
import dev.holdfast.shopify.outbox.Outbox;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Our holds: all that this version puts into a shop besides webhook subscriptions, which end with the app. */
final class HoldFootprint implements Footprint {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenOrders orders;
    private final Holds holds;
    private final Outbox outbox;
    private final Refreshes refreshes;
    private final Ids ids;

    HoldFootprint(OpenOrders orders, Holds holds, Outbox outbox, Refreshes refreshes, Ids ids) {
        this.orders = orders;
        this.holds = holds;
        this.outbox = outbox;
        this.refreshes = refreshes;
        this.ids = ids;
    }

    @Override
    public Extent extent(JdbcClient sql, ShopId shop) {
        var held = orders.heldByUs(sql, shop);
        var shown = held.stream().map(HeldByUs::subject).toList();
        long underWay = openSubjects(sql, shop)
                .filter(subject -> !shown.contains(subject))
                .distinct()
                .count();
        long count = held.stream().map(HeldByUs::order).distinct().count();
        long units = held.stream().mapToLong(HeldByUs::units).sum();
        return new Extent(
                held.size() + underWay,
                ("Our holds on %d fulfillment orders of %d orders are released: %d units of theirs may then be shipped"
                                + " although their stock is not there. %d holds are decided on or under way.")
                        .formatted(held.size(), count, units, underWay));
    }

    @Override
    public List<String> byHand(JdbcClient sql, ShopId shop, int limit) {
        return orders.heldByUs(sql, shop).stream()
                .limit(limit)
                .map(held ->
                        ("Order %s: fulfillment order %d is held by Holdfast. Open the order in Shopify's admin and"
                                        + " release the hold on those items.")
                                .formatted(held.name(), held.id()))
                .toList();
    }

    @Override
    public void undo(JdbcClient sql, ShopId shop) {
        HoldRows.notPlaced(
                sql, shop, numbers(outbox.withdraw(sql, shop, HoldKind.NAME, "The merchant leaves Holdfast.")));
        var open = Set.copyOf(openSubjects(sql, shop).toList());
        var read = Set.copyOf(refreshes.marked(sql, shop, "order"));
        orders.heldByUs(sql, shop).stream()
                // What is to be read again may be released already.
                .filter(held -> !open.contains(held.subject()) && !read.contains(held.order()))
                .forEach(held -> outbox.put(sql, shop, release(held)));
    }

    @Override
    public void comeBack(JdbcClient sql, ShopId shop) {
        outbox.withdraw(sql, shop, ReleaseKind.NAME, "The merchant stays with Holdfast.");
        HoldRows.forgetReleased(sql, shop);
        // Those too that were sold meanwhile.
        holds.changed(sql, shop, orders.open(sql, shop));
    }

    private Stream<String> openSubjects(JdbcClient sql, ShopId shop) {
        return Stream.of(HoldKind.NAME, ReleaseKind.NAME)
                .flatMap(kind -> outbox.openSubjects(sql, shop, kind).stream());
    }

    private static List<Long> numbers(List<String> subjects) {
        return subjects.stream()
                .map(subject -> GlobalId.parse(subject).number())
                .toList();
    }

    private NewEffect release(HeldByUs held) {
        var variables = JSON.createObjectNode().put("id", held.subject());
        var holds = variables.putArray("holds");
        held.holds().forEach(hold -> holds.add(new GlobalId("FulfillmentHold", hold).toString()));
        var context = JSON.createObjectNode().put("order", held.order());
        return new NewEffect(
                ids.next(),
                ReleaseKind.NAME,
                held.subject(),
                "harmless/fulfillment-order-release-hold",
                variables,
                context);
    }
}
