package dev.holdfast.backlog.sample;

import dev.holdfast.backlog.sample.SampleOrder.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A row of Shopify's orders export, with every column the admin writes; those of no use here stay empty. */
final class OrdersExportRow {

    static final List<String> HEADER = List.of(("Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,"
                    + "Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,"
                    + "Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
                    + "Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
                    + "Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,"
                    + "Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,"
                    + "Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,"
                    + "Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,"
                    + "Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,"
                    + "Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,"
                    + "Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,"
                    + "Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,"
                    + "Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References")
            .split(","));

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));
    private static final int FIRST_LINE_COLUMN = HEADER.indexOf("Lineitem quantity");
    private static final List<String> CITIES = List.of("Bremen", "Ghent", "Aarhus", "Turin", "Leeds", "Graz");

    private final String[] cells = new String[HEADER.size()];

    private OrdersExportRow() {
        java.util.Arrays.fill(cells, "");
    }

    static String[] of(SampleOrder order, int at) {
        var row = new OrdersExportRow();
        row.put("Name", order.name());
        row.put("Email", "buyer%05d@example.com".formatted(order.number));
        if (at == 0) {
            row.order(order);
        }
        row.line(order.lines.get(at));
        return row.cells;
    }

    private void order(SampleOrder order) {
        String created = at(order.placedAt);
        put("Financial Status", order.financialStatus());
        put("Paid at", order.unpaid ? "" : created);
        put("Fulfillment Status", order.fulfillmentStatus());
        put("Accepts Marketing", "no");
        put("Currency", "EUR");
        put("Subtotal", money(order.subtotalCents()));
        put("Shipping", "4.90");
        put("Taxes", "0.00");
        put("Total", money(order.subtotalCents() + 490));
        put("Discount Amount", "0.00");
        put("Shipping Method", "Standard");
        put("Created at", created);
        put("Cancelled at", order.fate == SampleOrder.Fate.CANCELLED ? at(order.placedAt.plusSeconds(7_200)) : "");
        put("Shipping City", CITIES.get(order.number % CITIES.size()));
        put("Notes", order.number % 97 == 0 ? "Please ring twice,\nthe bell is \"tired\"." : "");
        put("Payment Method", order.unpaid ? "Bank Deposit" : "Shopify Payments");
        put("Refunded Amount", money(order.refundedCents()));
        put("Outstanding Balance", money(order.outstandingCents()));
        put("Id", String.valueOf(5_500_000_000_000L + order.number * 1_000L + 37));
        put("Tags", tags(order));
        put("Risk Level", "Low");
        put("Source", "web");
        put("Payment Terms Name", order.deposit ? "Due on fulfillment" : "");
    }

    private void line(Line line) {
        cells[FIRST_LINE_COLUMN] = String.valueOf(line.quantity);
        put("Lineitem name", line.variant.lineName());
        put("Lineitem price", money(line.variant.cents()));
        put("Lineitem sku", line.variant.sku());
        put("Lineitem requires shipping", String.valueOf(line.variant.isShipped()));
        put("Lineitem taxable", "true");
        put("Lineitem fulfillment status", line.status());
        put("Vendor", "Harbour & Hearth");
        put("Lineitem discount", "0.00");
    }

    private static String tags(SampleOrder order) {
        return order.isPreorder() ? (order.vip ? "VIP, storm-lantern" : "storm-lantern") : order.vip ? "VIP" : "";
    }

    private void put(String column, String value) {
        int at = HEADER.indexOf(column);
        cells[at] = value;
    }

    static String money(long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }

    private static String at(Instant instant) {
        return AT.format(instant);
    }
}
