package dev.holdfast.simulator.shop.state;

/** A Shopify id: a number that is unique in the shop, and the type it belongs to. */
public sealed interface Id {

    long number();

    /** The GraphQL type, such as {@code ProductVariant}. */
    default String type() {
        String name = getClass().getSimpleName();
        return name.substring(0, name.length() - "Id".length());
    }

    /** Such as {@code gid://shopify/Order/9007199254741000}. */
    default String gid() {
        return "gid://shopify/" + type() + "/" + number();
    }

    /** An app; holds and selling plan groups belong to one. */
    record AppId(long number) implements Id {}

    /** A shop. */
    record ShopId(long number) implements Id {}

    /** A product. */
    record ProductId(long number) implements Id {}

    /** A variant. */
    record ProductVariantId(long number) implements Id {}

    /** What is stocked of a variant. */
    record InventoryItemId(long number) implements Id {}

    /** A location. */
    record LocationId(long number) implements Id {}

    /** A group of quantity changes made together. */
    record InventoryAdjustmentGroupId(long number) implements Id {}

    /** A delivery profile. */
    record DeliveryProfileId(long number) implements Id {}

    /** Locations of a delivery profile that share rates. */
    record DeliveryLocationGroupId(long number) implements Id {}

    /** A rate of a location group. */
    record DeliveryMethodDefinitionId(long number) implements Id {}

    /** A group of selling plans. */
    record SellingPlanGroupId(long number) implements Id {}

    /** A selling plan. */
    record SellingPlanId(long number) implements Id {}

    /** A customer. */
    record CustomerId(long number) implements Id {}

    /** A customer's store credit in one currency. */
    record StoreCreditAccountId(long number) implements Id {}

    /** One movement of store credit. */
    record StoreCreditAccountTransactionId(long number) implements Id {}

    /** An order. */
    record OrderId(long number) implements Id {}

    /** A line of an order. */
    record LineItemId(long number) implements Id {}

    /** A shipping charge of an order. */
    record ShippingLineId(long number) implements Id {}

    /** A payment, authorization or refund of an order. */
    record OrderTransactionId(long number) implements Id {}

    /** When an order is to be paid. */
    record PaymentTermsId(long number) implements Id {}

    /** One due date of payment terms. */
    record PaymentScheduleId(long number) implements Id {}

    /** A buyer's permission to charge a vaulted method. */
    record PaymentMandateId(long number) implements Id {}

    /** A refund. */
    record RefundId(long number) implements Id {}

    /** A line of a refund. */
    record RefundLineItemId(long number) implements Id {}

    /** A fulfillment order. */
    record FulfillmentOrderId(long number) implements Id {}

    /** A line of a fulfillment order. */
    record FulfillmentOrderLineItemId(long number) implements Id {}

    /** A hold on a fulfillment order. */
    record FulfillmentHoldId(long number) implements Id {}

    /** A fulfillment. */
    record FulfillmentId(long number) implements Id {}

    /** A line of a fulfillment. */
    record FulfillmentLineItemId(long number) implements Id {}

    /** Something that happened to a parcel. */
    record FulfillmentEventId(long number) implements Id {}

    /** A return. */
    record ReturnId(long number) implements Id {}

    /** A line of a return. */
    record ReturnLineItemId(long number) implements Id {}

    /** A draft order. */
    record DraftOrderId(long number) implements Id {}

    /** A line of a draft order. */
    record DraftOrderLineItemId(long number) implements Id {}

    /** An order as an edit would leave it; its session has the same number. */
    record CalculatedOrderId(long number) implements Id {}

    /** A line of a calculated order; that of a line on the order has the line's number. */
    record CalculatedLineItemId(long number) implements Id {}

    /** A transfer of stock. */
    record InventoryTransferId(long number) implements Id {}

    /** A line of a transfer. */
    record InventoryTransferLineItemId(long number) implements Id {}

    /** A shipment of a transfer. */
    record InventoryShipmentId(long number) implements Id {}

    /** A line of a shipment. */
    record InventoryShipmentLineItemId(long number) implements Id {}

    /** A metafield. */
    record MetafieldId(long number) implements Id {}

    /** A metafield definition. */
    record MetafieldDefinitionId(long number) implements Id {}

    /** Work Shopify does after it has answered. */
    record JobId(long number) implements Id {}
}
