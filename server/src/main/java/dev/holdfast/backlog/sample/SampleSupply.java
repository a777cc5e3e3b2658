package dev.holdfast.backlog.sample;

import dev.holdfast.backlog.sample.SampleProduct.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** What the sample shop expects, and what its exports do not say. */
final class SampleSupply {

    private static final List<String> HEADER =
            List.of("reference", "supplier", "sku", "quantity", "expected on", "location", "offer");
    private static final int LANTERNS = 75;

    private SampleSupply() {}

    /** Six deliveries: one is overdue, one has no date, one is for the pre-order alone. */
    static void inbound(Path file, List<SampleVariant> variants) throws IOException {
        try (CSVPrinter csv = SampleShop.printer(file, HEADER)) {
            for (SampleVariant variant : variants) {
                if (variant.kind() != Kind.BACKORDER && variant.kind() != Kind.PREORDER) {
                    continue;
                }
                long short0 = Math.max(0, -variant.available(0));
                String[] delivery = delivery(variant.title());
                long units = variant.kind() == Kind.PREORDER ? LANTERNS : share(variant, short0);
                if (delivery.length > 0 && units > 0) {
                    csv.printRecord(
                            delivery[0],
                            delivery[1],
                            variant.sku(),
                            units,
                            delivery[2],
                            SampleShop.LOCATIONS.getFirst(),
                            variant.kind() == Kind.PREORDER ? "storm-lantern" : "");
                }
            }
        }
    }

    /** Some goods were ordered amply, some are short, and of some nothing has been ordered. */
    private static long share(SampleVariant variant, long missing) {
        return switch (variant.popularity()) {
            case 1, 2 -> missing + 12;
            case 3, 4 -> missing * 8 / 10 + 1;
            default -> missing * 5 / 10;
        };
    }

    private static String[] delivery(String title) {
        String product = title.replaceAll(" No\\. .*", "");
        return switch (product) {
            case "Fisherman Jumper" -> new String[] {"PO-2301", "Nordwool Mill", "2026-11-16"};
            case "Harbour Mug" -> new String[] {"PO-2304", "Claywork Potters", "2026-12-04"};
            case "Storm Lantern" -> new String[] {"PO-2305", "Lumen Foundry", "2026-12-11"};
            case "Rain Parka" -> new String[] {"PO-2307", "Fjord Outerwear", ""};
            case "Wool Throw" -> new String[] {"PO-2308", "Nordwool Mill", "2026-12-18"};
            case "Enamel Kettle", "Cast Iron Pan" -> new String[] {"PO-2310", "Lumen Foundry", "2027-01-15"};
            default -> new String[0];
        };
    }

    static void settings(Path file, List<SampleVariant> variants) throws IOException {
        StringBuilder lanterns = new StringBuilder();
        for (SampleVariant variant : variants) {
            if (variant.kind() == Kind.PREORDER) {
                lanterns.append(lanterns.isEmpty() ? "" : ", ")
                        .append('"')
                        .append(variant.sku())
                        .append('"');
            }
        }
        String text = """
                # What the exports do not say. Every line is optional; docs/backlog.md has them all.

                # The day this sample was exported. Leave it out to plan as of now.
                asOf = "%s"

                timeZone = "Europe/Berlin"
                handlingDays = 1
                workingDays = ["MON", "TUE", "WED", "THU", "FRI"]
                holidays = ["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"]
                locations = ["%s", "%s"]

                # Buyers who were told no date expect their goods within two weeks.
                promiseDays = 14

                # Orders with this tag go first.
                [priority]
                VIP = 10

                # The capped pre-order: a batch of its own, sold to orders with this tag.
                [[offer]]
                id = "storm-lantern"
                skus = [%s]
                tag = "storm-lantern"
                cap = %d
                opens = "2026-10-01"
                ships = { on = "2026-12-18" }
                """.formatted(
                SampleShop.AS_OF, SampleShop.LOCATIONS.get(0), SampleShop.LOCATIONS.get(1), lanterns, 2 * LANTERNS);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
