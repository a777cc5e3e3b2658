package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.Held;
import dev.holdfast.simulator.shop.FulfillmentOrders.HoldRequest;
import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places and releases holds. */
final class Holding {

    private static final int MOST_PER_APP = 10;
    private static final int LONGEST_HANDLE = 64;

    private final World world;
    private final Parts parts;

    Holding(World world) {
        this.world = world;
        this.parts = new Parts(world);
    }

    Result<Held> hold(Caller caller, FulfillmentOrderId id, HoldRequest request) {
        FulfillmentOrder before = find(id);
        if (before == null) {
            return notFound();
        }
        UserError refusal = refusal(caller, before, request);
        if (refusal != null) {
            return Result.refused(refusal);
        }
        FulfillmentHold hold = new FulfillmentHold(
                new FulfillmentHoldId(world.nextId()),
                request.reason(),
                request.reasonNotes(),
                request.handle(),
                request.externalId(),
                caller.app());
        FulfillmentOrder target = before;
        FulfillmentOrder remaining = null;
        Map<FulfillmentOrderLineItemId, Integer> others =
                request.lines().isEmpty() ? Map.of() : Parts.others(before, Parts.byLine(request.lines()));
        if (!others.isEmpty()) {
            Parts.Cut cut = parts.cut(before, others);
            target = cut.left();
            remaining = cut.taken();
        }
        FulfillmentOrder held = parts.keep(target.withHold(hold).withStatus(Status.ON_HOLD));
        touchOrder(held);
        if (before.holds().isEmpty()) {
            world.emit(
                    Topic.FULFILLMENT_ORDERS_PLACED_ON_HOLD,
                    new Subject.HoldPlaced(held, hold, remaining, held.lines()));
        }
        world.emit(Topic.FULFILLMENT_HOLDS_ADDED, new Subject.HoldPlaced(held, hold, remaining, held.lines()));
        return Result.done(new Held(hold, held, remaining));
    }

    private @Nullable UserError refusal(Caller caller, FulfillmentOrder of, HoldRequest request) {
        List<FulfillmentHold> own = of.holds().stream()
                .filter(hold -> caller.app().equals(hold.app()))
                .toList();
        if (own.stream().anyMatch(hold -> hold.handle().equals(request.handle()))) {
            // The schema has both codes; only a handle that was given is documented to get the second one.
            if (request.handle().isEmpty() && world.isOn(Switch.SECOND_HOLD_WITHOUT_HANDLE_IS_TAKEN)) {
                return UserError.at("id", "The fulfillment order has already been taken.", "TAKEN");
            }
            return UserError.at(
                    "fulfillmentHold.handle",
                    "The handle provided for the fulfillment hold is already in use by this app for another hold on "
                            + "this fulfillment order.",
                    "DUPLICATE_FULFILLMENT_HOLD_HANDLE");
        }
        if (own.size() >= MOST_PER_APP) {
            return UserError.at(
                    "id",
                    "The maximum number of fulfillment holds for this fulfillment order has been reached for this app. "
                            + "An app can only have up to 10 holds on a single fulfillment order at any one time.",
                    "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED");
        }
        if (request.handle().length() > LONGEST_HANDLE) {
            return UserError.at("fulfillmentHold.handle", "is too long (maximum is 64 characters)", null);
        }
        if (!of.status().live()) {
            return UserError.at("id", "The fulfillment order is not in a state that can be held.", null);
        }
        return request.lines().isEmpty() ? null : partRefusal(of, request.lines());
    }

    private static @Nullable UserError partRefusal(FulfillmentOrder of, List<Units> lines) {
        String path = "fulfillmentHold.fulfillmentOrderLineItems";
        if (of.status() == Status.ON_HOLD) {
            return UserError.at(
                    path, "The fulfillment order is not in a splittable state.", "FULFILLMENT_ORDER_NOT_SPLITTABLE");
        }
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).quantity() < 1) {
                return UserError.at(
                        path + "." + at + ".quantity",
                        "You must select at least one item to place on partial hold.",
                        "GREATER_THAN_ZERO");
            }
        }
        Map<FulfillmentOrderLineItemId, Integer> byLine = Parts.byLine(lines);
        if (byLine.size() < lines.size()) {
            return UserError.at(path, "must contain unique line item ids", "DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS");
        }
        return Parts.fits(of, byLine)
                ? null
                : UserError.at(
                        path, "Invalid fulfillment order line item quantity requested.", "INVALID_LINE_ITEM_QUANTITY");
    }

    Result<FulfillmentOrder> release(
            Caller caller, FulfillmentOrderId id, @Nullable List<FulfillmentHoldId> ids, @Nullable String externalId) {
        FulfillmentOrder before = find(id);
        if (before == null) {
            return notFound();
        }
        if (ids != null && ids.stream().anyMatch(wanted -> !canRelease(caller, before, wanted))) {
            return Result.refused(
                    UserError.at("holdIds", "The fulfillment hold could not be found.", "INVALID_ACCESS"));
        }
        List<FulfillmentHold> released = before.holds().stream()
                .filter(hold -> ids == null || ids.contains(hold.id()))
                .filter(hold -> externalId == null
                        || (externalId.equals(hold.externalId()) && caller.app().equals(hold.app())))
                .toList();
        if (released.isEmpty()) {
            return Result.done(before);
        }
        List<FulfillmentHold> left = new ArrayList<>(before.holds());
        left.removeAll(released);
        FulfillmentOrder after = before.withHolds(left);
        if (left.isEmpty()) {
            after = after.withStatus(parts.unheld(after));
            if (after.fulfillAt() == null) {
                after = after.withTimes(parts.thisHour(), after.fulfillBy());
            }
        }
        after = parts.keep(after);
        touchOrder(after);
        for (FulfillmentHold hold : released) {
            world.emit(Topic.FULFILLMENT_HOLDS_RELEASED, new Subject.HoldReleased(after, List.of(hold)));
        }
        if (left.isEmpty()) {
            world.emit(Topic.FULFILLMENT_ORDERS_HOLD_RELEASED, new Subject.HoldReleased(after, released));
        }
        return Result.done(after);
    }

    private boolean canRelease(Caller caller, FulfillmentOrder of, FulfillmentHoldId wanted) {
        return of.holds().stream()
                .filter(hold -> hold.id().equals(wanted))
                .anyMatch(hold ->
                        caller.app().equals(hold.app()) || world.isOn(Switch.HOLDS_OF_OTHERS_ARE_RELEASED_BY_ID));
    }

    private @Nullable FulfillmentOrder find(FulfillmentOrderId id) {
        return world.tables
                .fulfillmentOrders
                .find(id)
                .filter(FulfillmentOrder::routed)
                .orElse(null);
    }

    private void touchOrder(FulfillmentOrder of) {
        world.tables.orders.find(of.order()).ifPresent(world::change);
    }

    private static <T> Result<T> notFound() {
        return Result.refused(UserError.at("id", "Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND"));
    }
}
