package dev.holdfast.backlog.sample;

import dev.holdfast.backlog.csv.BadInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a made-up shop: orders, inventory, products, deliveries and settings.
 *
 * <p>The same size and seed give the same bytes.
 *
 * @param orders how many it has taken in the last 120 days
 * @param products how many it sells; each has one to four variants
 */
public record SampleShop(int orders, int products, long seed) {

    /** The shop in {@code samples/toy-shop}. */
    public static final SampleShop TOY = new SampleShop(1_500, 18, 20_261_123L);

    static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
    static final List<String> LOCATIONS = List.of("Bremen warehouse", "Harbour shop");

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    public SampleShop {
        if (orders < 1 || products < 1) {
            throw new BadInput("--orders and --products", "must be at least 1");
        }
    }

    /** Writes all files into a folder, which is made if it is not there; files of the same names are replaced. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(seed);
        List<SampleVariant> variants =
                SampleVariant.shelves(products, Math.max(3, orders * 10L / products / 9), random);
        List<SampleOrder> made = new SampleTrade(variants, AS_OF, random).orders(orders);
        int half = made.size() / 2;
        orders(folder.resolve("orders_export_1.csv"), made.subList(half, made.size()));
        orders(folder.resolve("orders_export_2.csv"), made.subList(0, half));
        inventory(folder.resolve("inventory_export.csv"), variants);
        products(folder.resolve("products_export.csv"), variants);
        SampleSupply.inbound(folder.resolve("inbound.csv"), variants);
        SampleSupply.settings(folder.resolve("holdfast.toml"), variants);
    }

    /** Newest first, as Shopify writes them. */
    private static void orders(Path file, List<SampleOrder> made) throws IOException {
        try (CSVPrinter csv = printer(file, OrdersExportRow.HEADER)) {
            for (SampleOrder order : made.reversed()) {
                for (int at = 0; at < order.lines.size(); at++) {
                    csv.printRecord((Object[]) OrdersExportRow.of(order, at));
                }
            }
        }
    }

    private static void inventory(Path file, List<SampleVariant> variants) throws IOException {
        List<String> header =
                List.of(("Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,"
                                + "Option3 Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),"
                                + "Unavailable (not editable),Committed (not editable),Available (not editable),"
                                + "On hand (current),On hand (new)")
                        .split(","));
        try (CSVPrinter csv = printer(file, header)) {
            for (SampleVariant variant : variants) {
                for (int at = 0; at < 2 && variant.isShipped(); at++) {
                    List<Object> row = new ArrayList<>(List.of(
                            variant.handle(), variant.title(), variant.option(), variant.value(), "", "", "", ""));
                    row.addAll(List.of(variant.sku(), "", "", LOCATIONS.get(at), ""));
                    if (at == 1 && variant.kind() != SampleProduct.Kind.STOCKED) {
                        String no = "not stocked";
                        row.addAll(List.of(no, no, no, no, no, ""));
                    } else {
                        row.addAll(List.of(
                                0,
                                variant.unavailable(at),
                                variant.committed(at),
                                variant.available(at),
                                variant.onHand(at),
                                ""));
                    }
                    csv.printRecord(row);
                }
            }
        }
    }

    private static void products(Path file, List<SampleVariant> variants) throws IOException {
        List<String> header = List.of(("Handle,Title,Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,"
                        + "Variant Inventory Tracker,Variant Inventory Policy,Variant Price,Variant Requires Shipping,"
                        + "Image Src,Image Position,Status")
                .split(","));
        try (CSVPrinter csv = printer(file, header)) {
            String before = "";
            for (SampleVariant variant : variants) {
                boolean first = !variant.handle().equals(before);
                before = variant.handle();
                csv.printRecord(product(variant, first));
                if (first) {
                    List<Object> picture = new ArrayList<>(Collections.nCopies(header.size(), ""));
                    picture.set(0, variant.handle());
                    picture.set(header.indexOf("Image Src"), "https://example.com/" + variant.handle() + ".jpg");
                    picture.set(header.indexOf("Image Position"), 2);
                    csv.printRecord(picture);
                }
            }
        }
    }

    /** What holds for the whole product stands on its first row only. */
    private static List<Object> product(SampleVariant variant, boolean first) {
        boolean continues =
                variant.kind() == SampleProduct.Kind.BACKORDER || variant.kind() == SampleProduct.Kind.PREORDER;
        return List.of(
                variant.handle(),
                first ? variant.title() : "",
                first ? "Harbour & Hearth" : "",
                "",
                "",
                first ? "true" : "",
                first ? variant.option() : "",
                variant.value(),
                variant.sku(),
                variant.isShipped() ? "shopify" : "",
                continues ? "continue" : "deny",
                OrdersExportRow.money(variant.cents()),
                variant.isShipped(),
                "",
                "",
                first ? "active" : "");
    }

    static CSVPrinter printer(Path file, List<String> header) throws IOException {
        BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(text, CSV);
        csv.printRecord(header);
        return csv;
    }
}
