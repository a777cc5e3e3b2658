package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogCommandTest {

    private static final String TOY = Path.of("..", "samples", "toy-shop").toString();
    private static final String ORDERS =
            "Name,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Lineitem fulfillment status\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void the_toy_shop_is_told_on_a_terminal_as_it_always_was() throws IOException {
        assertThat(run("backlog", TOY)).isZero();
        String golden = "/dev/holdfast/backlog/toy-shop.txt";
        try (var expected = BacklogCommandTest.class.getResourceAsStream(golden)) {
            assertThat(expected).isNotNull();
            assertThat(said()).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(said().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void single_files_may_be_named_instead_of_a_folder() throws IOException {
        shop("#1,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending\n");
        assertThat(run(
                        "backlog",
                        "--orders",
                        file("orders_export.csv"),
                        "--inventory",
                        file("inventory_export.csv"),
                        "--as-of",
                        "2026-11-23"))
                .isZero();
        assertThat(said()).startsWith("Backlog on 2026-11-23 (UTC): 1 open unit of 1 order\n");
    }

    @Test
    void json_is_the_plan_with_names_and_titles() throws IOException {
        shop("#1,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending\n");
        assertThat(run("backlog", folder.toString(), "--json")).isZero();
        assertThat(said().replaceAll("\\s", ""))
                .startsWith(
                        "{\"orders\":[],\"lines\":[{\"id\":\"#1-1\",\"order\":\"#1\",\"variant\":\"MUG\",\"open\":1,\"ready\":1")
                .contains("\"orderName\":\"#1\",\"title\":\"Mug\"")
                .endsWith("\"incidents\":[]}");
    }

    @Test
    void every_list_is_written_whole() throws IOException {
        shop("#1,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending\n#2,2026-11-20 10:00:00 +0100,x,Mug,MUG,pending\n");
        Path lists = folder.resolve("lists");
        assertThat(run("backlog", folder.toString(), "--csv", lists.toString())).isZero();
        assertThat(names(lists))
                .containsExactly(
                        "deliveries.csv",
                        "findings.csv",
                        "late.csv",
                        "oversold.csv",
                        "queue.csv",
                        "ready.csv",
                        "rows.csv",
                        "to-order.csv",
                        "waiting.csv");
        assertThat(lists.resolve("ready.csv"))
                .content()
                .contains(",MUG,Mug,1,1,2026-11-20T09:00:00Z,2026-12-20,Main 1,");
        assertThat(lists.resolve("findings.csv")).content().contains("bad,", ",3,", "the row was set aside");
    }

    @Test
    void bad_rows_are_listed_up_to_a_limit_and_counted() throws IOException {
        shop("#1,2026-11-20 10:00:00 +0100,x,Mug,MUG,pending\n" + "#1,,x,Mug,MUG,pending\n".repeat(29));
        assertThat(run("backlog", folder.toString())).isZero();
        assertThat(complained().lines()).hasSize(21);
        assertThat(complained().lines().toList().getFirst())
                .isEqualTo(file("orders_export.csv")
                        + ":2: \"Lineitem quantity\" is \"x\", no number of units; the row was set aside");
        assertThat(complained()).endsWith("10 more bad rows: --csv DIR writes them all\n");
    }

    @Test
    void strictly_a_bad_row_ends_it_with_nothing_written() throws IOException {
        shop("#1,2026-11-20 10:00:00 +0100,x,Mug,MUG,pending\n");
        Path lists = folder.resolve("lists");
        refused(
                file("orders_export.csv") + ":2: \"Lineitem quantity\"",
                "backlog",
                folder.toString(),
                "--strict",
                "--csv",
                lists.toString(),
                "--html",
                file("page.html"));
        assertThat(lists).doesNotExist();
        assertThat(folder.resolve("page.html")).doesNotExist();
    }

    @Test
    void outputs_appear_together_or_not_at_all() throws IOException {
        shop("");
        Path lists = folder.resolve("lists");
        refused(
                "cannot be written",
                "backlog",
                folder.toString(),
                "--csv",
                lists.toString(),
                "--html",
                file("no/page.html"));
        refused("is a directory", "backlog", folder.toString(), "--csv", lists.toString(), "--html", folder.toString());
        assertThat(names(lists)).isEmpty();
        assertThat(names(folder)).noneMatch(name -> name.endsWith(".draft"));
    }

    @Test
    void bad_input_is_named_on_one_line() throws IOException {
        refused("holdfast backlog: DIR is missing", "backlog");
        refused("no option \"--colour\" is known here", "backlog", "--colour");
        refused(file("none") + ": no such directory", "backlog", file("none"));
        refused("there is no orders_export*.csv in it", "backlog", folder.toString());
        shop("");
        refused("is no directory", "backlog", file("orders_export.csv"));
        refused("--as-of: \"soon\" is neither", "backlog", folder.toString(), "--as-of", "soon");
        refused("no such file", "backlog", folder.toString(), "--settings", file("none.toml"));
        Files.writeString(folder.resolve("orders_export.csv"), "");
        refused(file("orders_export.csv") + ": is empty", "backlog", folder.toString());
        Files.write(folder.resolve("orders_export.csv"), new byte[] {'N', 'a', 0, 1, 2});
        refused(file("orders_export.csv") + ":1: is no text file", "backlog", folder.toString());
        Files.writeString(folder.resolve("orders_export.csv"), ORDERS + "x".repeat(10_000_000));
        refused(file("orders_export.csv") + ":2: the row that starts here", "backlog", folder.toString());
        Files.delete(folder.resolve("orders_export.csv"));
        Files.createDirectory(folder.resolve("orders_export.csv"));
        refused(file("orders_export.csv") + ": is a directory", "backlog", folder.toString());
        Files.delete(folder.resolve("orders_export.csv"));
        shop("");
        Files.writeString(folder.resolve("holdfast.toml"), "timeZone = \"Mars/Olympus\"");
        refused("timeZone: \"Mars/Olympus\" is no time zone", "backlog", folder.toString());
    }

    private void shop(String orders) throws IOException {
        Files.writeString(folder.resolve("orders_export.csv"), ORDERS + orders);
        Files.writeString(
                folder.resolve("inventory_export.csv"), "Handle,Title,SKU,Location,On hand\nmug,Mug,MUG,Main,5\n");
    }

    private void refused(String message, String... arguments) {
        out.reset();
        err.reset();
        assertThat(run(arguments)).as(complained()).isEqualTo(2);
        assertThat(said()).isEmpty();
        assertThat(complained().lines()).singleElement().asString().contains(message);
    }

    private int run(String... arguments) {
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> Instant.parse("2026-11-23T08:00:00Z"));
        return Main.run(terminal, arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
