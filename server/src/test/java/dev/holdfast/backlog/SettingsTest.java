package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Ships;
import dev.holdfast.planner.VariantId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String PAID = ",paid,unfulfilled,";

    private static final String EVERYTHING = """
                        timeZone = "Europe/Berlin"
                        handlingDays = 2
                        workingDays = ["MON", "TUE"]
                        holidays = ["2026-12-25"]
                        locations = ["Main", "Shop"]
                        queueBy = "PROMISED"
                        splitting = "WHOLE_ORDER"
                        [priority]
                        VIP = 10
                        slow = -5
                        [policy.all]
                        sell = "INCOMING"
                        [policy.sku.MUG]
                        sell = "BACKORDER"
                        limit = 20
                        [[offer]]
                        id = "drop"
                        skus = ["MUG"]
                        tag = "drop"
                        cap = 100
                        opens = "2026-10-01"
                        closes = 2026-12-01T00:00:00Z
                        ships = { from = "2027-01-10", until = "2027-01-20" }
                        """;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void every_setting_reaches_the_plan() {
        Facts facts = new ShopFolder(folder)
                .settings(EVERYTHING)
                .orders(
                        "#1" + PAID + "2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,\"new, drop, vip\"",
                        "#2,paid,fulfilled,2026-11-20 10:00:00 +0100,4,Mug,MUG,fulfilled,DROP")
                .read()
                .facts();
        assertThat(facts.settings().toString())
                .contains("Europe/Berlin", "handlingDays=2", "MONDAY", "2026-12-25", "Shop", "PROMISED");
        assertThat(facts.policies()).containsEntry(new VariantId("MUG"), new Policy.Backorder(20L));
        assertThat(facts.offers())
                .containsExactly(new Offer(
                        new OfferId("drop"),
                        Set.of(new VariantId("MUG")),
                        100L,
                        null,
                        null,
                        Instant.parse("2026-09-30T22:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        4,
                        new Ships.Window(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 20))));
        var line = facts.demand().getFirst();
        assertThat(line.priority()).isEqualTo(10);
        assertThat(line.promisedOn()).isEqualTo("2027-01-20");
        assertThat(line.splitting()).hasToString("WHOLE_ORDER");
    }

    @Test
    void an_offer_without_a_mark_has_the_lines_of_its_window() {
        var shop = new ShopFolder(folder)
                .settings("[[offer]]\nid = \"drop\"\nskus = [\"MUG\"]\nopens = \"2026-11-01\"")
                .orders(
                        "#1" + PAID + "2026-10-31 10:00:00 +0000,1,Mug,MUG,pending,",
                        "#2" + PAID + "2026-11-01 10:00:00 +0000,1,Mug,MUG,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1", "#2-1 MUG 1 drop");
    }

    @Test
    void a_selling_plan_is_found_in_notes_and_in_a_column_an_app_may_add() {
        var shop = new ShopFolder(folder)
                .settings("[[offer]]\nid = \"drop\"\nskus = [\"MUG\"]\nsellingPlan = \"Autumn drop\"")
                .file(
                        "orders_export.csv",
                        ShopFolder.ORDERS + ",Note Attributes,Lineitem selling plan",
                        "#1" + PAID + "2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,,plan: autumn drop,",
                        "#2" + PAID + "2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,,,Autumn drop",
                        "#3" + PAID + "2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,,,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1 drop", "#2-1 MUG 1 drop", "#3-1 MUG 1");
    }

    @Test
    void an_offer_of_nothing_known_is_said() {
        var shop = new ShopFolder(folder).settings("[[offer]]\nid = \"drop\"\nskus = [\"CUP\"]");
        assertThat(shop.findings())
                .containsExactly(
                        "settings: the offer \"drop\" sells \"CUP\", which is in no inventory or products file; the"
                                + " offer was read without it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeZone = "Europe/Bremen"                          | timeZone: "Europe/Bremen" is no time zone
            handlingDays = 366                                  | handlingDays: must be from 0 to 365
            handlingDays = "two"                                | handlingDays: cannot be read
            handlingDay = 2                                     | handlingDay: is no setting
            workingDays = []                                    | workingDays: is empty
            workingDays = ["Mo"]                                | workingDays: "Mo" is none of
            holidays = ["25.12.2026"]                           | holidays: "25.12.2026" is no date
            locations = ["A", "A"]                              | locations: names a location twice
            queueBy = "LUCK"                                    | queueBy: "LUCK" is none of
            asOf = "yesterday"                                  | asOf: "yesterday" is neither a date
            policy.all.sell = "MAYBE"                           | policy.all.sell: must be
            policy.sku.X = { sell = "BACKORDER", limit = -1 }   | policy.sku.X.limit: is less than 0
            offer = [{ skus = ["X"] }]                          | offer[0].id: is missing
            offer = [{ id = "a" }]                              | offer[0].skus: must name
            offer = [{ id = "a", skus = ["X"], ships = {} }]    | offer[0].ships: must have exactly one
            offer = [{ id = "a", skus = ["X"], colour = "red" }] | offer[0].colour: is no setting
            handlingDays =                                      | :1: is no TOML
            """)
    void a_wrong_setting_is_named(String text, String message) {
        var shop = new ShopFolder(folder).settings(text);
        assertThatThrownBy(shop::read)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.resolve("holdfast.toml").toString())
                .hasMessageContaining(message);
    }
}
