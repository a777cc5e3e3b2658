package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.event.ShopEvent;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Order;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the bodies of webhooks of one shop for one app.
 *
 * <p>What an event does not carry is read from the shop as it is at the call: call it while the shop is locked, as an
 * event's listener is, to get what was true at the event.
 */
public final class Payloads {

    private final OrderPayloads orders;
    private final RefundPayloads refunds;
    private final TermsPayloads terms;
    private final FulfillmentPayloads fulfillments;
    private final FulfillmentOrderPayloads fulfillmentOrders;
    private final StockPayloads stock;
    private final ProductPayloads products;
    private final ShopPayloads shops;
    private final DraftPayloads drafts;
    private final View view;
    private @Nullable Told told;

    /** The body of an order as it was told last. */
    private record Told(UUID event, Order order, List<Fulfillment> fulfillments, ObjectNode body) {}

    /** {@code app} is the number of the app the bodies are for: it says which holds are its own. */
    public Payloads(Shop shop, long app) {
        this.view = new View(shop, app);
        this.orders = new OrderPayloads(view);
        this.refunds = new RefundPayloads(view);
        this.terms = new TermsPayloads(view);
        this.fulfillments = new FulfillmentPayloads(view);
        this.fulfillmentOrders = new FulfillmentOrderPayloads(view);
        this.stock = new StockPayloads(view);
        this.products = new ProductPayloads(view);
        this.shops = new ShopPayloads(view);
        this.drafts = new DraftPayloads(view);
    }

    /** One body for most events; one for each hold of fulfillment_holds/released. */
    public List<ObjectNode> of(ShopEvent event) {
        if (event.subject() instanceof Subject.HoldReleased released) {
            return fulfillmentOrders.released(event.topic(), released);
        }
        return List.of(body(event));
    }

    /** The body of shop/update and app/uninstalled. */
    public ObjectNode shop() {
        return shops.shop();
    }

    /** What one command tells of an order by several topics is written once. */
    private ObjectNode order(UUID event, Order order) {
        var shipped = fulfillments.ofOrder(order);
        var before = told;
        if (before != null
                && before.event().equals(event)
                && before.order().equals(order)
                && before.fulfillments().equals(shipped)) {
            return before.body();
        }
        var body = orders.order(order);
        told = new Told(event, order, shipped, body);
        return body;
    }

    private ObjectNode body(ShopEvent event) {
        var topic = event.topic();
        var at = event.at();
        return switch (event.subject()) {
            case Subject.OrderChanged changed -> order(event.eventId(), changed.order());
            case Subject.OrderEdited edited -> orders.edited(edited, at);
            case Subject.Refunded refunded -> refunds.refund(refunded.order(), refunded.refund());
            case Subject.Transacted done -> refunds.transaction(done.order(), done.transaction());
            case Subject.TermsChanged changed -> terms.terms(changed.order(), changed.terms());
            case Subject.ScheduleDue due -> terms.schedule(due.order(), due.terms(), due.schedule());
            case Subject.Returned returned -> ReturnPayloads.changed(topic, returned.returned());
            case Subject.FulfillmentOrderChanged changed ->
                fulfillmentOrders.changed(topic, changed.fulfillmentOrder());
            case Subject.HoldPlaced placed -> fulfillmentOrders.held(topic, placed);
            case Subject.HoldReleased released -> throw new IllegalStateException("Has a body for each hold");
            case Subject.WasSplit split -> fulfillmentOrders.split(split);
            case Subject.Merged merged -> fulfillmentOrders.merged(merged);
            case Subject.Moved moved -> fulfillmentOrders.moved(moved);
            case Subject.FulfillmentChanged changed -> fulfillments.fulfillment(changed.order(), changed.fulfillment());
            case Subject.ParcelNews news -> fulfillments.news(news.order(), news.fulfillment(), news.news());
            case Subject.ProductChanged changed -> products.product(changed.product(), changed.variants());
            case Subject.VariantChanged changed -> products.variant(changed.variant());
            case Subject.ItemChanged changed -> stock.item(topic, changed.item());
            case Subject.LevelChanged changed -> stock.level(topic, changed.level());
            case Subject.LocationChanged changed -> shops.location(changed.location());
            case Subject.ProfileChanged changed -> shops.profile(changed.profile());
            case Subject.PlanGroupChanged changed -> products.planGroup(changed.group());
            case Subject.CustomerChanged changed -> AddressPayloads.customerChanged(view, changed.customer());
            case Subject.DraftChanged changed -> drafts.draft(changed.draft());
            case Subject.TransferChanged changed -> stock.transfer(topic, changed.transfer(), at);
            case Subject.TransferRecounted recounted -> stock.recounted(topic, recounted, at);
            case Subject.ShipmentChanged changed -> stock.shipment(topic, changed.shipment(), at);
            case Subject.ShipmentReceived received -> stock.received(received, at);
            case Subject.ShipmentRecounted recounted -> stock.recounted(topic, recounted, at);
            case Subject.Deleted deleted -> gone(topic, deleted.id(), at);
        };
    }

    private ObjectNode gone(Topic topic, Id id, Instant at) {
        return switch (topic) {
            case INVENTORY_ITEMS_DELETE -> stock.itemGone(id);
            case INVENTORY_SHIPMENTS_DELETE -> stock.gone(id, at);
            case SELLING_PLAN_GROUPS_DELETE -> View.identified(id);
            default -> View.object().put("id", id.number());
        };
    }
}
