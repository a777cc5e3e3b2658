package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes returned units in, and gives their money back when that is asked. */
final class ReturnProcessing {

    private final World world;
    private final Refunds refunds;

    ReturnProcessing(World world, Refunds refunds) {
        this.world = world;
        this.refunds = refunds;
    }

    Result<Return> process(Returns.Processing wanted) {
        Return before = world.tables.returns.find(wanted.id()).orElse(null);
        if (before == null) {
            return Result.refused(UserError.at("input.returnId", "Return not found.", "NOT_FOUND"));
        }
        if (before.status() != Return.Status.OPEN) {
            return Result.refused(UserError.at("input.returnId", "Return status is invalid.", "INVALID_STATE"));
        }
        UserError refusal = refusal(before, wanted);
        if (refusal != null) {
            return Result.refused(refusal);
        }
        Order order = world.tables.orders.find(before.order()).orElseThrow();
        if (wanted.refunds()) {
            Result<Refunds.Refunded> refunded = refunds.create(refund(order, before, wanted));
            if (refunded instanceof Result.Refused<Refunds.Refunded>(List<UserError> errors)) {
                return Result.refused(errors);
            }
        }
        List<Return.Line> lines = new ArrayList<>(before.lines());
        for (Returns.Processed processed : wanted.lines()) {
            restock(order, before, processed);
            lines.replaceAll(line -> line.id().equals(processed.line())
                    ? line.with(
                            line.processed() + processed.quantity(),
                            line.refunded() + (wanted.refunds() ? processed.quantity() : 0))
                    : line);
        }
        return Result.done(keep(before.withLines(lines, world.now()), Topic.RETURNS_PROCESS));
    }

    Return keep(Return after, Topic topic) {
        world.tables.returns.put(after);
        Order order = world.tables.orders.find(after.order()).orElseThrow();
        world.emit(topic, new Subject.Returned(world.change(order), after));
        return after;
    }

    private @Nullable UserError refusal(Return of, Returns.Processing wanted) {
        for (int at = 0; at < wanted.lines().size(); at++) {
            Returns.Processed processed = wanted.lines().get(at);
            String path = "input.returnLineItems." + at;
            Return.Line line = line(of, processed).orElse(null);
            if (line == null) {
                return UserError.at(path + ".id", "Return line item was not found.", "NOT_FOUND");
            }
            if (processed.location() != null
                    && world.tables.locations.find(processed.location()).isEmpty()) {
                return UserError.at(path + ".dispositions", "Location not found.", "NOT_FOUND");
            }
            int sum = 0;
            for (Returns.Processed each : wanted.lines()) {
                sum += each.line().equals(processed.line()) ? each.quantity() : 0;
            }
            if (processed.quantity() < 1 || sum > line.quantity() - line.processed()) {
                return UserError.at(path + ".quantity", "Return line item has an invalid quantity.", "INVALID");
            }
        }
        return null;
    }

    /** The stock is taken in by the return itself, so the refund leaves it alone. */
    private static Refunds.Request refund(Order order, Return of, Returns.Processing wanted) {
        List<Refunds.Line> lines = new ArrayList<>();
        for (Returns.Processed processed : wanted.lines()) {
            line(of, processed)
                    .ifPresent(line -> lines.add(new Refunds.Line(
                            line.line(), processed.quantity(), RestockType.NO_RESTOCK, processed.location())));
        }
        return new Refunds.Request(
                order.id(),
                lines,
                wanted.shippingMinor(),
                wanted.transactions(),
                wanted.storeCreditMinor(),
                wanted.allowOverRefunding(),
                null);
    }

    private void restock(Order order, Return of, Returns.Processed processed) {
        if (!processed.restock()) {
            return;
        }
        line(of, processed).ifPresent(line -> {
            InventoryItemId item = order.line(line.line()).orElseThrow().sale().item();
            LocationId to = processed.location() == null ? shippedFrom(of, line) : processed.location();
            world.stock.restock(
                    item,
                    to,
                    processed.quantity(),
                    Stock.Cause.of("returned", order.id().gid()));
        });
    }

    private LocationId shippedFrom(Return of, Return.Line line) {
        return world.tables.fulfillmentsOf.of(of.order(), world.tables.fulfillments).stream()
                .filter(each ->
                        each.lines().stream().anyMatch(shipped -> shipped.id().equals(line.fulfillmentLine())))
                .map(Fulfillment::location)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Return line " + line.id().number() + " was not shipped"));
    }

    private static Optional<Return.Line> line(Return of, Returns.Processed processed) {
        return of.lines().stream()
                .filter(line -> line.id().equals(processed.line()))
                .findFirst();
    }
}
