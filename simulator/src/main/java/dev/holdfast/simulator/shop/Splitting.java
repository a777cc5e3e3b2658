package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.Split;
import dev.holdfast.simulator.shop.FulfillmentOrders.SplitRequest;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits and merges fulfillment orders. */
final class Splitting {

    private static final String INVALID_QUANTITY = "Invalid fulfillment order line item quantity requested.";

    private final World world;
    private final Parts parts;

    Splitting(World world) {
        this.world = world;
        this.parts = new Parts(world);
    }

    Result<List<Split>> split(List<SplitRequest> requests) {
        Set<FulfillmentOrderId> seen = new HashSet<>();
        for (int at = 0; at < requests.size(); at++) {
            SplitRequest request = requests.get(at);
            UserError refusal = seen.add(request.id())
                    ? splitRefusal(request, "fulfillmentOrderSplits." + at + ".fulfillmentOrderLineItems")
                    : UserError.of(INVALID_QUANTITY, "INVALID_LINE_ITEM_QUANTITY");
            if (refusal != null) {
                return Result.refused(refusal);
            }
        }
        List<Split> done = new ArrayList<>();
        for (SplitRequest request : requests) {
            FulfillmentOrder before = find(request.id());
            if (before == null) {
                throw new IllegalStateException(
                        "Fulfillment order " + request.id().number() + " was let through");
            }
            done.add(split(before, Parts.byLine(request.lines())));
        }
        return Result.done(done);
    }

    private Split split(FulfillmentOrder before, Map<FulfillmentOrderLineItemId, Integer> take) {
        Parts.Cut cut = parts.cut(before, take);
        FulfillmentOrder original = cut.left();
        FulfillmentOrder replacement = null;
        if (world.isOn(Switch.SPLIT_REPLACES_ORIGINAL)) {
            Parts.Cut rest = parts.cut(original, Parts.others(original, Map.of()));
            original = rest.left();
            replacement = rest.taken();
        }
        world.tables.orders.find(before.order()).ifPresent(world::change);
        world.emit(
                Topic.FULFILLMENT_ORDERS_SPLIT,
                new Subject.WasSplit(
                        original, cut.taken(), replacement, cut.taken().lines()));
        return new Split(original, cut.taken(), replacement);
    }

    private @Nullable UserError splitRefusal(SplitRequest request, String path) {
        FulfillmentOrder of = find(request.id());
        if (of == null) {
            return UserError.of("Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND");
        }
        if (request.lines().isEmpty()) {
            return UserError.at(
                    path,
                    "There must be at least one item selected in this fulfillment to split it.",
                    "NO_LINE_ITEMS_PROVIDED_TO_SPLIT");
        }
        for (int at = 0; at < request.lines().size(); at++) {
            if (request.lines().get(at).quantity() < 1) {
                return UserError.at(
                        path + "." + at + ".quantity",
                        "You must select at least one item to split into a new fulfillment order.",
                        "GREATER_THAN");
            }
        }
        if (!mergeable(of) && of.status() != Status.IN_PROGRESS) {
            return UserError.of("The fulfillment order is not in a splittable state.", null);
        }
        Map<FulfillmentOrderLineItemId, Integer> take = Parts.byLine(request.lines());
        if (!Parts.fits(of, take) || Parts.others(of, take).isEmpty()) {
            return UserError.of(INVALID_QUANTITY, "INVALID_LINE_ITEM_QUANTITY");
        }
        return null;
    }

    boolean canMerge(FulfillmentOrder of) {
        return mergeable(of)
                && world.tables.fulfillmentOrdersOf.of(of.order(), world.tables.fulfillmentOrders).stream()
                        .anyMatch(other -> !other.id().equals(of.id()) && together(of, other));
    }

    Result<List<FulfillmentOrder>> merge(List<List<FulfillmentOrderId>> groups) {
        Set<FulfillmentOrderId> seen = new HashSet<>();
        for (List<FulfillmentOrderId> group : groups) {
            UserError refusal = mergeRefusal(group, seen);
            if (refusal != null) {
                return Result.refused(refusal);
            }
        }
        List<FulfillmentOrder> done = new ArrayList<>();
        groups.forEach(group -> done.add(mergeAll(group)));
        return Result.done(done);
    }

    private @Nullable UserError mergeRefusal(List<FulfillmentOrderId> group, Set<FulfillmentOrderId> seen) {
        FulfillmentOrder first = group.isEmpty() ? null : find(group.getFirst());
        for (FulfillmentOrderId id : group) {
            FulfillmentOrder each = find(id);
            if (first == null || each == null) {
                return UserError.of("Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND");
            }
            if (!mergeable(each) || !together(first, each) || !seen.add(id)) {
                return UserError.of(
                        "Fulfillment order: " + id.number() + " is currently not in a mergeable state.", null);
            }
        }
        return first == null ? UserError.of("Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND") : null;
    }

    private FulfillmentOrder mergeAll(List<FulfillmentOrderId> group) {
        List<FulfillmentOrder> all = new ArrayList<>();
        group.forEach(id -> all.add(world.tables.fulfillmentOrders.find(id).orElseThrow()));
        List<FulfillmentOrderLine> lines = new ArrayList<>(all.getFirst().lines());
        List<FulfillmentOrder> gone = new ArrayList<>();
        for (FulfillmentOrder other : all.subList(1, all.size())) {
            other.lines().forEach(line -> join(lines, line));
            gone.add(parts.keep(other.withLines(List.of()).withStatus(Status.CLOSED)));
        }
        FulfillmentOrder into = parts.keep(all.getFirst().withLines(lines));
        world.tables.orders.find(into.order()).ifPresent(world::change);
        world.emit(Topic.FULFILLMENT_ORDERS_MERGED, new Subject.Merged(into, gone));
        return into;
    }

    private static void join(List<FulfillmentOrderLine> lines, FulfillmentOrderLine more) {
        for (int at = 0; at < lines.size(); at++) {
            FulfillmentOrderLine line = lines.get(at);
            if (line.line().equals(more.line()) && line.commits() == more.commits()) {
                lines.set(at, line.with(line.total() + more.total(), line.remaining() + more.remaining()));
                return;
            }
        }
        lines.add(more);
    }

    private static boolean mergeable(FulfillmentOrder of) {
        return of.routed() && (of.status() == Status.OPEN || of.status() == Status.SCHEDULED);
    }

    private static boolean together(FulfillmentOrder one, FulfillmentOrder other) {
        return mergeable(other)
                && one.status() == other.status()
                && one.order().equals(other.order())
                && one.location().equals(other.location());
    }

    private @Nullable FulfillmentOrder find(FulfillmentOrderId id) {
        return world.tables
                .fulfillmentOrders
                .find(id)
                .filter(FulfillmentOrder::routed)
                .orElse(null);
    }
}
