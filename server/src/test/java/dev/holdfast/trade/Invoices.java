package dev.holdfast.trade;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;

/** Real invoices of a gift shop and their cancellations; {@code retail/NOTICE.md} says whose they are. */
final class Invoices {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Invoices() {}

    /** Units by code; a cancellation has them below zero. */
    record Invoice(String number, String customer, Map<String, Integer> units) {
        boolean isCancellation() {
            return number.startsWith("C");
        }
    }

    /** So many in their order, after the first {@code skipped}. */
    static List<Invoice> some(int skipped, int limit) throws IOException {
        var resource = Objects.requireNonNull(Invoices.class.getResourceAsStream("/retail/invoices.csv.gz"));
        try (var text = new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8);
                var rows = FORMAT.parse(text)) {
            List<Invoice> all = new ArrayList<>();
            for (var row : rows) {
                if (!row.get("invoice").isEmpty()) {
                    if (all.size() == skipped + limit) {
                        break;
                    }
                    all.add(new Invoice(row.get("invoice"), row.get("customer"), new LinkedHashMap<>()));
                }
                all.getLast().units().merge(row.get("code"), Integer.parseInt(row.get("quantity")), Integer::sum);
            }
            return List.copyOf(all.subList(skipped, all.size()));
        }
    }
}
