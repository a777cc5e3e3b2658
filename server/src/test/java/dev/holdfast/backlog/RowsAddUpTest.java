package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import dev.holdfast.backlog.csv.RowTally;
import dev.holdfast.backlog.sample.SampleShop;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.Planner;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However files are broken: no row disappears, and the only way to fail is to say where the input is bad. */
class RowsAddUpTest {

    private static final int SHOPS = 150;
    private static final List<String> CELLS = List.of(
            "",
            "0",
            "-1",
            "3",
            "999999999999",
            "1.5",
            "x",
            "not stocked",
            "partial",
            "fulfilled",
            "\"a\nb\"",
            "\u0301",
            "2026-11-20 10:00:00 +0100",
            "#1001",
            "MUG-CHALK",
            "refunded",
            "partially_refunded",
            "false",
            "12.00");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void rows_read_are_rows_used_left_and_set_aside() throws IOException {
        new SampleShop(60, 18, 1).writeTo(folder);
        Map<String, List<String[]>> files = new HashMap<>();
        for (String name : List.of(
                "orders_export_1.csv",
                "orders_export_2.csv",
                "inventory_export.csv",
                "products_export.csv",
                "inbound.csv")) {
            files.put(name, cells(folder.resolve(name)));
        }
        int refused = 0;
        for (int seed = 0; seed < SHOPS; seed++) {
            var random = new Random(seed);
            Map<String, Integer> rows = new HashMap<>();
            for (Map.Entry<String, List<String[]>> file : files.entrySet()) {
                rows.put(file.getKey(), write(folder.resolve(file.getKey()), broken(file.getValue(), random)));
            }
            refused += check(rows, "seed " + seed) ? 0 : 1;
        }
        assertThat(refused).as("shops that were refused whole").isLessThan(SHOPS / 10);
    }

    private boolean check(Map<String, Integer> rows, String seed) {
        Backlog backlog;
        try {
            BacklogFiles files = BacklogFiles.in(folder);
            ShopSettings settings = BacklogReader.settings(files.settings());
            backlog = BacklogReader.read(
                    files,
                    settings,
                    BacklogReader.instant("", "2026-11-23", settings),
                    new Findings(false),
                    Progress.SILENT);
        } catch (BadInput refused) {
            return false;
        }
        for (RowTally tally : backlog.findings().tallies()) {
            assertThat(tally.read()).as("%s, rows of %s", seed, tally.file()).isEqualTo((long)
                    rows.getOrDefault(Path.of(tally.file()).getFileName().toString(), -1));
        }
        long usedOrders = backlog.findings().tallies().stream()
                .filter(tally -> tally.file().contains("orders_export"))
                .mapToLong(RowTally::used)
                .sum();
        assertThat((long) backlog.facts().demand().size())
                .as("%s, lines to plan", seed)
                .isEqualTo(usedOrders);
        Plan plan = Planner.plan(backlog.facts());
        assertThat(plan.lines()).as("%s, lines planned", seed).hasSize((int) usedOrders);
        return true;
    }

    private static List<String[]> cells(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(Files.readString(file)))) {
            for (CSVRecord row : parser) {
                rows.add(row.values());
            }
        }
        return rows;
    }

    /** Cells replaced, rows doubled, dropped, moved and cut short; the header stays. */
    private static List<String[]> broken(List<String[]> rows, Random random) {
        List<String[]> broken = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            String[] cells = row.clone();
            while (random.nextInt(4) == 0) {
                cells[random.nextInt(cells.length)] = CELLS.get(random.nextInt(CELLS.size()));
            }
            switch (random.nextInt(40)) {
                case 0 -> broken.add(cells.clone());
                case 1 -> cells = java.util.Arrays.copyOf(cells, 2);
                case 2 -> cells = java.util.Arrays.copyOf(cells, cells.length + 1);
                default -> {}
            }
            if (random.nextInt(60) != 0) {
                broken.add(
                        broken.isEmpty() ? 0 : random.nextInt(20) == 0 ? random.nextInt(broken.size()) : broken.size(),
                        cells);
            }
        }
        broken.addFirst(rows.getFirst());
        return broken;
    }

    /** Returns how many rows a reader must find: those with anything in them but one empty cell. */
    private static int write(Path file, List<String[]> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        int count = -1;
        for (String[] row : rows) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                String value = cell == null ? "too long" : cell;
                cells.add(value.startsWith("\"a") ? value : "\"" + value.replace("\"", "\"\"") + "\"");
            }
            text.append(String.join(",", cells)).append("\r\n");
            count++;
        }
        Files.writeString(file, text);
        return count;
    }
}
