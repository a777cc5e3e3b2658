package dev.holdfast.simulator.shop.event;

import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Refund;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event is about, as it was just after the event. */
public sealed interface Subject {

    /** An order as a whole. */
    record OrderChanged(Order order) implements Subject {}

    /** An edit of an order. */
    record OrderEdited(
            Order order,
            Id edit,
            List<Delta> additions,
            List<Delta> removals,
            @Nullable String staffNote) implements Subject {

        /** Units of a line an edit added or removed. */
        public record Delta(LineItemId line, int units) {}
    }

    /** A refund of an order. */
    record Refunded(Order order, Refund refund) implements Subject {}

    /** A transaction of an order. */
    record Transacted(Order order, Transaction transaction) implements Subject {}

    /** An order's payment terms. */
    record TermsChanged(Order order, PaymentTerms terms) implements Subject {}

    /** A part of payment terms that is due. */
    record ScheduleDue(Order order, PaymentTerms terms, PaymentTerms.Schedule schedule) implements Subject {}

    /** A return. */
    record Returned(Order order, Return returned) implements Subject {}

    /** A fulfillment order as a whole. */
    record FulfillmentOrderChanged(FulfillmentOrder fulfillmentOrder) implements Subject {}

    /**
     * A hold was placed.
     *
     * @param remaining what a partial hold left; null when the whole was held
     */
    record HoldPlaced(
            FulfillmentOrder fulfillmentOrder,
            FulfillmentHold hold,
            @Nullable FulfillmentOrder remaining,
            List<FulfillmentOrderLine> heldLines)
            implements Subject {}

    /** Holds were released. */
    record HoldReleased(FulfillmentOrder fulfillmentOrder, List<FulfillmentHold> holds) implements Subject {}

    /** A fulfillment order became two. */
    record WasSplit(
            FulfillmentOrder fulfillmentOrder,
            FulfillmentOrder remaining,
            @Nullable FulfillmentOrder replacement,
            List<FulfillmentOrderLine> splitLines)
            implements Subject {}

    /** Fulfillment orders became one. */
    record Merged(FulfillmentOrder into, List<FulfillmentOrder> merged) implements Subject {}

    /** Units are to be shipped from elsewhere; original and moved are the same when all of them are. */
    record Moved(FulfillmentOrder original, FulfillmentOrder moved, LocationId from, LocationId to)
            implements Subject {}

    /** A fulfillment. */
    record FulfillmentChanged(Order order, Fulfillment fulfillment) implements Subject {}

    /** News of a parcel. */
    record ParcelNews(Order order, Fulfillment fulfillment, Fulfillment.Event news) implements Subject {}

    /** A product. */
    record ProductChanged(Product product, List<Variant> variants) implements Subject {}

    /** A variant. */
    record VariantChanged(Variant variant) implements Subject {}

    /** An inventory item. */
    record ItemChanged(InventoryItem item) implements Subject {}

    /** A level. */
    record LevelChanged(Level level) implements Subject {}

    /** A location. */
    record LocationChanged(Location location) implements Subject {}

    /** A delivery profile. */
    record ProfileChanged(DeliveryProfile profile) implements Subject {}

    /** A selling plan group. */
    record PlanGroupChanged(SellingPlanGroup group) implements Subject {}

    /** A customer. */
    record CustomerChanged(Customer customer) implements Subject {}

    /** A draft order. */
    record DraftChanged(DraftOrder draft) implements Subject {}

    /** A transfer. */
    record TransferChanged(Transfer transfer) implements Subject {}

    /** Other goods on a transfer, or other units of them. */
    record TransferRecounted(Transfer transfer, List<Transfer.Line> before) implements Subject {}

    /** A shipment. */
    record ShipmentChanged(Shipment shipment) implements Subject {}

    /** Goods of a shipment were taken in. */
    record ShipmentReceived(Shipment shipment, List<Shipment.Line> before) implements Subject {}

    /** Other goods in a shipment, or other units of them. */
    record ShipmentRecounted(Shipment shipment, List<Shipment.Line> before) implements Subject {}

    /** Something is gone. */
    record Deleted(Id id) implements Subject {}
}
