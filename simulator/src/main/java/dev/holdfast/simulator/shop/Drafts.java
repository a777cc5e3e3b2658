package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Mode;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Id.DraftOrderId;
import dev.holdfast.simulator.shop.state.Id.DraftOrderLineItemId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draft orders: no selling plans, no stock committed until they are completed. */
public final class Drafts {

    private final World world;
    private final Allocator allocator;
    private final OrderMaker maker;

    /** {@code DraftOrderInput}, as far as the simulator keeps it. */
    public record NewDraft(
            Cart.Buyer buyer,
            List<ApiOrders.NewLine> lines,
            long shippingMinor,
            @Nullable BigDecimal depositPercent,
            @Nullable Instant balanceDueAt,
            List<String> tags,
            @Nullable String note) {

        public NewDraft {
            lines = List.copyOf(lines);
            tags = List.copyOf(tags);
        }
    }

    Drafts(World world, Allocator allocator, OrderMaker maker) {
        this.world = world;
        this.allocator = allocator;
        this.maker = maker;
    }

    public Table<DraftOrder> all() {
        return world.tables.drafts;
    }

    /** {@code draftOrderCreate}. */
    public Result<DraftOrder> create(NewDraft wanted) {
        return world.write(() -> {
            if (wanted.lines().isEmpty()) {
                return Result.refused(UserError.of("Add at least 1 product", null));
            }
            List<DraftOrder.Line> lines = new ArrayList<>();
            for (int at = 0; at < wanted.lines().size(); at++) {
                ApiOrders.NewLine line = wanted.lines().get(at);
                Variant variant = world.tables.variants.find(line.variant()).orElse(null);
                if (variant == null) {
                    return Result.refused(UserError.of(
                            "Product with ID " + line.variant().number() + " is no longer available.", null));
                }
                if (line.quantity() < 1) {
                    return Result.refused(UserError.at(
                            "lineItems." + at + ".quantity", "Quantity must be greater than or equal to 1", null));
                }
                long price = line.unitPriceMinor() == null ? variant.priceMinor() : line.unitPriceMinor();
                lines.add(new DraftOrder.Line(
                        new DraftOrderLineItemId(world.nextId()), variant.id(), line.quantity(), price));
            }
            return Result.done(keep(draft(wanted, lines), Topic.DRAFT_ORDERS_CREATE));
        });
    }

    /** {@code draftOrderInvoiceSend}. */
    public Result<DraftOrder> sendInvoice(DraftOrderId id, @Nullable String to) {
        return change(
                id,
                draft -> to == null && draft.email() == null
                        ? Result.refused(UserError.of("To can't be blank", null))
                        : Result.done(keep(draft.invoiced(world.now()), Topic.DRAFT_ORDERS_UPDATE)));
    }

    /** {@code draftOrderComplete}; with {@code pending} nothing is paid yet. */
    public Result<DraftOrder> complete(DraftOrderId id, boolean pending) {
        return change(id, draft -> {
            List<Wanted> lines = new ArrayList<>();
            for (DraftOrder.Line line : draft.lines()) {
                Variant variant = world.tables.variants.find(line.variant()).orElse(null);
                if (variant == null) {
                    return Result.refused(UserError.of(
                            "Product with ID " + line.variant().number() + " is no longer available.", null));
                }
                lines.add(new Wanted(variant, line.quantity(), null, line.unitPriceMinor(), List.of()));
            }
            Mode mode = world.isOn(Switch.DRAFTS_IGNORE_POLICY) ? Mode.IGNORE_POLICY : Mode.OBEY_POLICY;
            return switch (allocator.allocate(lines, mode)) {
                case Allocation.TooFew few -> Result.refused(UserError.of("Some line items are out of stock.", null));
                case Allocation.Allocated(List<Allocation.Parcel> parcels) -> {
                    Order order = maker.make(sale(draft, lines, parcels, pending));
                    yield Result.done(keep(draft.completed(order.id(), world.now()), Topic.DRAFT_ORDERS_UPDATE));
                }
            };
        });
    }

    private Result<DraftOrder> change(DraftOrderId id, Function<DraftOrder, Result<DraftOrder>> how) {
        return world.write(() -> {
            DraftOrder draft = all().find(id).orElse(null);
            if (draft == null) {
                return Result.refused(UserError.at("id", "Draft order does not exist", null));
            }
            if (draft.status() == DraftOrder.Status.COMPLETED) {
                return Result.refused(UserError.of("This order has been paid", null));
            }
            return how.apply(draft);
        });
    }

    private DraftOrder draft(NewDraft wanted, List<DraftOrder.Line> lines) {
        Instant now = world.now();
        Cart.Buyer buyer = wanted.buyer();
        return new DraftOrder(
                new DraftOrderId(world.nextId()),
                "#D" + (all().size() + 1),
                DraftOrder.Status.OPEN,
                buyer.customer(),
                buyer.email(),
                buyer.shippingAddress(),
                lines,
                wanted.shippingMinor(),
                wanted.depositPercent(),
                wanted.balanceDueAt(),
                wanted.tags(),
                wanted.note(),
                null,
                now,
                now);
    }

    private DraftOrder keep(DraftOrder draft, Topic topic) {
        world.tables.drafts.put(draft);
        world.emit(topic, new Subject.DraftChanged(draft));
        return draft;
    }

    private static Sale sale(DraftOrder draft, List<Wanted> lines, List<Allocation.Parcel> parcels, boolean pending) {
        Cart.Buyer buyer = new Cart.Buyer(draft.customer(), draft.email(), null, "en", draft.shippingAddress());
        Cart cart = new Cart(List.of(), buyer, Cart.Payment.SUCCEEDS, List.of(), null, List.of(), false);
        return new Sale(
                new Sale.Terms(buyer, Sale.Origin.DRAFT, cart, draft.tags(), draft.note()),
                lines,
                Collections.nCopies(lines.size(), 0L),
                parcels,
                draft.shippingMinor(),
                payment(draft, pending),
                0,
                Transaction.Kind.SALE,
                Transaction.Status.SUCCESS,
                Settlement.MANUAL);
    }

    private static PaymentPlan payment(DraftOrder draft, boolean pending) {
        long total = draft.totalMinor();
        if (draft.depositPercent() != null) {
            long deposit = pending ? 0 : Pricing.percent(total, draft.depositPercent());
            return new PaymentPlan(deposit, total - deposit, false, draft.balanceDueAt());
        }
        return pending ? PaymentPlan.nothing() : PaymentPlan.inFull(total);
    }
}
