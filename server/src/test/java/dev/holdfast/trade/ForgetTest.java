package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Maintenance;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.backup.Backup;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.database.DatabaseSettings;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.privacy.PrivacyRequests;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.webhook.WebhookFaults;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What privacy law asks, as the simulated Shopify asks it: signed, over HTTP, to the addresses in the app's settings. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ForgetTest {
    /** More than a repeated or a shuffled webhook is late. */
    private static final Duration LATER = Duration.ofMinutes(3);

    private static final PrintStream CONSOLE = System.out;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(CONSOLE);
    }

    @Test
    void a_buyer_is_told_then_forgotten_for_good_and_at_last_the_whole_shop_that_left() throws Exception {
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"), 5)) {
            trading.awaitImport();
            trading.awaitSubscriptions();
            askForWhatLawAsks(trading);
            var buyer = trading.shop.customers().all().all().findFirst().orElseThrow();
            change(trading, buyer, "told before", WebhookFaults.NONE);
            TradingShop.await(
                    "what tells of the buyer is there",
                    () -> !tablesWith(superuser(trading), email(buyer)).isEmpty());
            var before = backup(trading, "before.zip");
            assertThat(entriesWith(before, email(buyer))).isNotEmpty();

            isTold(trading, buyer);
            // Resent under all kinds of ids, and all of it late: after the buyer is forgotten.
            change(trading, buyer, "told too late", new WebhookFaults(1000, 1000, 1000, 0, 1000, 0, 0, 0));
            isForgotten(trading, buyer);
            long known = setAside(trading);
            trading.pass(LATER);
            trading.simulator.webhooks().announcements(trading.shop).customerIsRedacted(buyer);
            TradingShop.await("what is late is here", () -> setAside(trading) >= known + 3);
            awaitForgotten(trading, 2);
            isFoundNowhere(trading, buyer);
            assertThat(trading.texts("select reason from webhook_set_aside"))
                    .as("what is late is known by the number alone")
                    .contains("Emptied: it tells of somebody who asked to be forgotten.");

            comesNotBackWith(before, buyer);
            leavesAndIsForgotten(trading);
            theShopComesNotBackWith(before);
        }
    }

    /** Nothing of this version handles customers, so what tells of them is set aside whole. */
    private static void askForWhatLawAsks(TradingShop trading) {
        var door = trading.server().uri("/webhooks");
        var wanted = Stream.of("customers/data_request", "customers/redact", "shop/redact", "customers/update")
                .map(topic -> Wanted.of(topic, door))
                .toList();
        trading.simulator.webhooks().subscriptions().configure(trading.app, wanted);
    }

    private static void change(TradingShop trading, Customer buyer, String tag, WebhookFaults faults) {
        trading.simulator.webhooks().faults(faults, 1);
        assertThat(trading.shop
                        .tags()
                        .add(new Gid("Customer", buyer.id().number()), List.of(tag))
                        .errors())
                .isEmpty();
        trading.simulator.webhooks().faults(WebhookFaults.NONE, 1);
    }

    private static void isTold(TradingShop trading, Customer buyer) {
        trading.simulator.webhooks().announcements(trading.shop).customerAsksForData(buyer);
        var requests = trading.server().part(PrivacyRequests.class);
        var shop = trading.id();
        TradingShop.await("the request is there", () -> !requests.open(shop).isEmpty());
        var request = requests.open(shop).getFirst();
        assertThat(request.customer()).contains(buyer.id().number());
        assertThat(requests.answer(shop, request).stream().flatMap(kept -> kept.rows().stream()))
                .anyMatch(row -> row.contains(email(buyer)));
    }

    private void isForgotten(TradingShop trading, Customer buyer) throws IOException {
        trading.simulator.webhooks().announcements(trading.shop).customerIsRedacted(buyer);
        awaitForgotten(trading, 1);
        isFoundNowhere(trading, buyer);
    }

    private static void awaitForgotten(TradingShop trading, int times) {
        TradingShop.await(
                "the buyer is forgotten",
                () -> trading.count("select count(*) from privacy_request where kind = 'customer_redact'") == times);
        TradingShop.await("the inbox is empty", () -> trading.count("select count(*) from webhook_inbox") == 0);
    }

    /** In no table, no log, no backup, and not in what a buyer or a merchant is shown. */
    private void isFoundNowhere(TradingShop trading, Customer buyer) throws IOException {
        assertThat(tablesWith(superuser(trading), email(buyer))).isEmpty();
        assertThat(tablesWith(superuser(trading), "told ")).isEmpty();
        assertThat(trading.server().part(PrivacyRequests.class).open(trading.id()))
                .isEmpty();
        assertThat(entriesWith(backup(trading, "after-" + setAside(trading) + ".zip"), email(buyer)))
                .isEmpty();
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("a buyer is forgotten")
                .doesNotContain(email(buyer));
        assertThat(trading.texts("select pg_read_file(pg_current_logfile('jsonlog'))")
                        .getFirst()
                        .lines()
                        .filter(line -> line.contains("\"user\":\"holdfast_app\"")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(email(buyer)));
        assertThat(Files.readString(folder.resolve("home/forgotten.txt")))
                .contains(" " + buyer.id().number())
                .doesNotContain(email(buyer), TradingShop.DOMAIN.value());
    }

    private void comesNotBackWith(Path backup, Customer buyer) throws IOException {
        restored(backup, "person", sql -> {
            assertThat(tablesWith(sql, email(buyer))).isEmpty();
            assertThat(tablesWith(sql, TradingShop.DOMAIN.value())).contains("shop");
        });
    }

    private void theShopComesNotBackWith(Path backup) throws IOException {
        restored(backup, "shop", sql -> {
            assertThat(tablesWith(sql, TradingShop.DOMAIN.value())).isEmpty();
            assertThat(sql.sql("select count(*) from customer_order")
                            .query((row, _) -> row.getLong(1))
                            .single())
                    .isZero();
        });
    }

    /** Restored into another home, with the key file and the file of who was forgotten. */
    private void restored(Path backup, String name, Consumer<JdbcClient> look) throws IOException {
        var home = new Home(folder.resolve(name)).prepared();
        for (var file : List.of("secret.key", "forgotten.txt")) {
            Files.copy(folder.resolve("home").resolve(file), home.folder().resolve(file));
        }
        var ports = Map.of("http.port", "0", "operator.port", "0");
        var said = new ArrayList<String>();
        new Maintenance(SettingsSource.of(home, Map.of(), ports)).restore(backup, said::add);
        assertThat(said).last().asString().contains("is forgotten again");
        try (var joined = DatabaseServer.join(home, new DatabaseSettings(Optional.empty(), 2))) {
            look.accept(JdbcClient.create(joined.everything().plain()));
        }
    }

    private static void leavesAndIsForgotten(TradingShop trading) throws InterruptedException {
        trading.uninstall();
        trading.pass(Duration.ofHours(49));
        TradingShop.await(
                "the shop is forgotten",
                () -> trading.server()
                        .part(ShopRegistry.class)
                        .find(TradingShop.DOMAIN)
                        .isEmpty());
        assertThat(trading.count("select count(*) from customer_order")).isZero();
    }

    private Path backup(TradingShop trading, String name) {
        var now = trading.server().part(InstantSource.class).instant();
        return new Backup(trading.database.everything(), now)
                .to(folder.resolve(name))
                .file();
    }

    private static List<String> entriesWith(Path backup, String text) throws IOException {
        try (var zip = new ZipFile(backup.toFile())) {
            var found = new ArrayList<String>();
            for (var entry : zip.stream().toList()) {
                if (new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).contains(text)) {
                    found.add(entry.getName());
                }
            }
            return found;
        }
    }

    private static String email(Customer buyer) {
        return Objects.requireNonNull(buyer.email());
    }

    private static long setAside(TradingShop trading) {
        return trading.count("select count(*) from webhook_set_aside");
    }

    private static JdbcClient superuser(TradingShop trading) {
        return trading.database.superuser();
    }

    /** The tables with rows that hold the text anywhere. */
    private static List<String> tablesWith(JdbcClient sql, String text) {
        return sql
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> sql.sql("select count(*) from \"" + table + "\" t where position(? in t::text) > 0")
                                .param(text)
                                .query((row, _) -> row.getLong(1))
                                .single()
                        > 0)
                .toList();
    }
}
