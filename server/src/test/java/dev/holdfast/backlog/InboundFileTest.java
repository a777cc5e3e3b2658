package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Inbound;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboundFileTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_row_is_a_delivery() {
        var shop = new ShopFolder(folder)
                .settings("[[offer]]\nid = \"drop\"\nskus = [\"MUG\"]")
                .inbound(
                        "PO-1,Clay & Co,MUG,10,2026-12-05,Main,",
                        "PO-1,Clay & Co,MUG,5,2027-01-05,Main,drop",
                        "PO-2,,MUG,7,,,");
        assertThat(shop.read().facts().inbound().stream().map(InboundFileTest::text))
                .containsExactly(
                        "PO-1/MUG MUG Main null 10 2026-12-05",
                        "PO-1/MUG (2) MUG Main drop 5 2027-01-05",
                        "PO-2/MUG MUG Main null 7 null");
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void a_bad_row_is_reported_with_what_was_done() {
        var shop = new ShopFolder(folder)
                .inventory(
                        "mug,Mug,Title,Default Title,MUG,Main,0,,,5",
                        "basket,Basket,Size,Small,BASKET,Main,0,,,5",
                        "basket,Basket,Size,Large,BASKET,Main,0,,,5")
                .inbound(
                        "PO-1,,MUG,ten,2026-12-05,Main,",
                        "PO-1,,MUG,10,05/12/2026,Main,",
                        "PO-1,,CUP,10,2026-12-05,Main,",
                        "PO-1,,BASKET,10,2026-12-05,Main,",
                        "PO-1,,basket:Large,10,2026-12-05,Main,",
                        "PO-1,,MUG,10,2026-12-05,Main,drop",
                        "PO-1,,MUG,0,2026-12-05,Main,",
                        ",,MUG,1,2026-12-05,Main,",
                        "PO-1,,MUG,1,2026-12-05,Mian,");
        assertThat(shop.read().facts().inbound().stream().map(InboundFileTest::text))
                .containsExactly(
                        "PO-1/MUG MUG Main null 10 null",
                        "PO-1/basket:Large basket:Large Main null 10 2026-12-05",
                        "PO-1/MUG (2) MUG Mian null 1 2026-12-05");
        assertThat(shop.findings())
                .containsExactly(
                        "inbound.csv:2: \"quantity\" is \"ten\", no number of units; the row was set aside",
                        "inbound.csv:3: \"expected on\" is \"05/12/2026\", no date like 2026-12-05; the delivery was counted"
                                + " without a date",
                        "inbound.csv:4: the SKU \"CUP\" is in no inventory or products file; the row was set aside",
                        "inbound.csv:5: several variants share the SKU \"BASKET\"; write handle:option/option instead; the row"
                                + " was set aside",
                        "inbound.csv:7: no offer \"drop\" of the settings sells MUG; the row was set aside",
                        "inbound.csv:9: has no reference or no sku; the row was set aside",
                        "inbound.csv:10: the inventory file has no location \"Mian\"; it was taken for a new one");
        assertThat(shop.rows("inbound.csv").nothingToDo()).isEqualTo(Map.of("nothing expected", 1L));
        assertThat(shop.rows("inbound.csv").read()).isEqualTo(9);
    }

    private static String text(Inbound inbound) {
        return "%s %s %s %s %d %s"
                .formatted(
                        inbound.id().value(),
                        inbound.variant().value(),
                        inbound.location().value(),
                        inbound.offer() == null ? null : inbound.offer().value(),
                        inbound.quantity(),
                        inbound.expectedOn());
    }
}
