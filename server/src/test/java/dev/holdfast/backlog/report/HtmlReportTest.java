package dev.holdfast.backlog.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.backlog.Backlog;
import dev.holdfast.backlog.BacklogFiles;
import dev.holdfast.backlog.BacklogReader;
import dev.holdfast.backlog.ShopSettings;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import dev.holdfast.backlog.sample.SampleShop;
import dev.holdfast.planner.Planner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String EVIL = "</script><img src=x onerror=alert(1)>";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void the_page_needs_nothing_from_outside() throws IOException {
        String page = Files.readString(page(toyShop()));
        assertThat(page).contains("default-src 'none'").doesNotContain("src=\"http", "href=\"http", "@import", "url(");
        assertThat(page)
                .contains("https://github.com/leeoniya/uPlot", "The MIT License", "Storm Lantern - Brass", "PO-2307");
    }

    @Test
    void a_title_cannot_break_out_of_the_data() throws IOException {
        String page = Files.readString(page(shop("#1,2026-11-20 10:00:00 +0100,1,x,MUG,pending\n")));
        assertThat(page).doesNotContain(EVIL).contains("\\u003C/script\\u003E");
        assertThat(page.split("</script>", -1)).hasSize(4);
    }

    @Test
    void a_browser_shows_the_toy_shop() throws IOException, InterruptedException {
        assertThat(seen(page(toyShop())))
                .contains("Backlog <span id=\"day\">2026-11-23</span>", "Storm Lantern - Black", "16 oversold")
                .contains("33 rows");
    }

    @Test
    void a_browser_shows_a_shop_without_a_backlog() throws IOException, InterruptedException {
        assertThat(seen(page(shop("")))).contains("0 open units of 0 orders", "Nothing here.");
    }

    @Test
    void a_browser_shows_one_line_and_runs_no_title() throws IOException, InterruptedException {
        String page = seen(page(shop("#1,2026-11-20 10:00:00 +0100,1,x,MUG,pending\n")));
        assertThat(page)
                .contains("1 open units of 1 orders", "&lt;/script&gt;&lt;img")
                .doesNotContain("<img src");
    }

    /** The page as it stands after its script has run. */
    private String seen(Path page) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "without Chromium nobody looks at the page");
        Path dom = folder.resolve("dom.html");
        Process browser = new ProcessBuilder(List.of(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--dump-dom",
                        page.toUri().toString()))
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(browser.waitFor()).isZero();
        String text = Files.readString(dom);
        return text.substring(0, text.indexOf("<script type=\"application/json\""));
    }

    private Path page(Path shop) throws IOException {
        BacklogFiles files = BacklogFiles.in(shop);
        ShopSettings settings = BacklogReader.settings(files.settings());
        Backlog backlog = BacklogReader.read(
                files, settings, Instant.parse("2026-11-23T08:00:00Z"), new Findings(false), Progress.SILENT);
        Path page = folder.resolve("page.html");
        try (OutputStream out = Files.newOutputStream(page)) {
            HtmlReport.write(new BacklogReport(backlog, Planner.plan(backlog.facts())), out);
        }
        return page;
    }

    private Path toyShop() throws IOException {
        Path shop = folder.resolve("toy-shop");
        SampleShop.TOY.writeTo(shop);
        return shop;
    }

    private Path shop(String orders) throws IOException {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                shop.resolve("orders_export.csv"),
                "Name,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Lineitem fulfillment status\n" + orders,
                StandardCharsets.UTF_8);
        Files.writeString(
                shop.resolve("inventory_export.csv"),
                "Handle,Title,SKU,Location,On hand\nmug,\"" + EVIL + "\",MUG,Main,5\n",
                StandardCharsets.UTF_8);
        return shop;
    }
}
