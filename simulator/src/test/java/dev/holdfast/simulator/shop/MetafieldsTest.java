package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Metafields.NewDefinition;
import dev.holdfast.simulator.shop.Metafields.Write;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Metafield;
import dev.holdfast.simulator.shop.state.MetafieldDefinition;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetafieldsTest {

    private final Shops shops = Shops.open();
    private final Gid owner = new Gid(
            "ProductVariant", shops.variant(InventoryPolicy.DENY, 1).id().number());

    @Test
    void a_value_is_written_read_and_written_again_under_one_id() {
        Metafield first = set("2027-01-01").value().getFirst();
        Metafield second = set("2027-02-01").value().getFirst();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.compareDigest()).isNotEqualTo(first.compareDigest());
        assertThat(shops.shop.metafields().of(owner)).containsExactly(second);
        assertThat(shops.shop.metafields().find(Shops.APP, new Metafields.Key(owner, "eta", "ships_on")))
                .contains(second);
    }

    @Test
    void a_stale_digest_is_refused_and_null_means_that_there_is_none_yet() {
        Metafield first = set("2027-01-01").value().getFirst();
        Write next = Write.of(owner, "eta", "ships_on", "date", "2027-03-01");

        assertThat(Shops.code(write(next.comparing(null)))).isEqualTo("STALE_OBJECT");
        assertThat(Shops.code(write(next.comparing("0".repeat(64))))).isEqualTo("STALE_OBJECT");
        assertThat(Shops.code(write(next.comparing("x")))).isEqualTo("INVALID_COMPARE_DIGEST");
        assertThat(write(next.comparing(first.compareDigest())).errors()).isEmpty();
        Write other = Write.of(owner, "eta", "note", "single_line_text_field", "soon");
        assertThat(write(other.comparing(null)).errors()).isEmpty();
    }

    @Test
    void all_are_written_or_none_and_twenty_five_at_most() {
        Write good = Write.of(owner, "eta", "ships_on", "date", "2027-01-01");
        Write bad = Write.of(owner, "eta", "other", "date", "soon");

        UserError error = Shops.error(shops.shop.metafields().set(Shops.APP, List.of(good, bad)));
        assertThat(error.field()).containsExactly("metafields", "1", "value");
        assertThat(shops.shop.metafields().of(owner)).isEmpty();
        assertThat(Shops.code(shops.shop.metafields().set(Shops.APP, Collections.nCopies(26, good))))
                .isEqualTo("LESS_THAN_OR_EQUAL_TO");
    }

    @ParameterizedTest
    @CsvSource({
        "number_integer, 1.5, false",
        "number_integer, 12, true",
        "boolean, yes, false",
        "date_time, 2027-01-01T10:00:00, true",
        "date_time, 2027-01-01T10:00:00+01:00, true",
        "date_time, tomorrow, false",
        "json, {}, true"
    })
    void values_are_of_their_type(String type, String value, boolean good) {
        var result = write(Write.of(owner, "eta", "value", type, value));

        assertThat(result instanceof Result.Done<?>).isEqualTo(good);
    }

    @Test
    void an_apps_own_namespace_is_its_own() {
        write(new Write(owner, "$app", "cap", "number_integer", "5", null, false))
                .value();

        assertThat(shops.shop.metafields().of(owner).getFirst().namespace()).isEqualTo("app--7001");
        assertThat(shops.shop.metafields().find(Shops.OTHER_APP, new Metafields.Key(owner, null, "cap")))
                .isEmpty();
        Write foreign = Write.of(owner, "app--7001", "cap", "number_integer", "6");
        assertThat(Shops.code(shops.shop.metafields().set(Shops.OTHER_APP, List.of(foreign))))
                .isEqualTo("APP_NOT_AUTHORIZED");
        assertThat(shops.shop
                        .metafields()
                        .delete(Shops.OTHER_APP, List.of(new Metafields.Key(owner, "app--7001", "cap")))
                        .errors())
                .hasSize(1);
        assertThat(shops.shop
                        .metafields()
                        .delete(Shops.APP, List.of(new Metafields.Key(owner, null, "cap")))
                        .value())
                .hasSize(1);
        assertThat(shops.shop.metafields().of(owner)).isEmpty();
    }

    @Test
    void the_definition_gives_the_type_and_is_made_once() {
        Write untyped = new Write(owner, null, "ships_on", null, "2027-01-01", null, false);
        assertThat(Shops.code(write(untyped))).isEqualTo("BLANK");
        var definition = new NewDefinition(
                "PRODUCTVARIANT",
                null,
                "ships_on",
                "Ships on",
                null,
                "date",
                new MetafieldDefinition.Access(null, "PUBLIC_READ", null));

        shops.shop.metafields().define(Shops.APP, definition).value();

        assertThat(write(untyped).value().getFirst().typeName()).isEqualTo("date");
        assertThat(Shops.code(shops.shop.metafields().define(Shops.APP, definition)))
                .isEqualTo("TAKEN");
    }

    @ParameterizedTest
    @CsvSource({"ab, key, TOO_SHORT", "eta, k, TOO_SHORT"})
    void names_have_a_length(String namespace, String key, @Nullable String code) {
        assertThat(Shops.code(write(Write.of(owner, namespace, key, "json", "{}"))))
                .isEqualTo(code);
    }

    @Test
    void what_is_not_there_has_no_metafields_and_no_tags() {
        Gid nobody = Gid.of("gid://shopify/Order/1");
        assertThat(Shops.error(write(Write.of(nobody, "eta", "key", "json", "{}")))
                        .message())
                .isEqualTo("Owner does not exist.");
        assertThat(Shops.error(shops.shop.tags().add(nobody, List.of("a"))).message())
                .isEqualTo("Order does not exist");
    }

    @Test
    void tags_are_added_and_removed_without_touching_others() {
        var order = shops.buy(shops.variant(InventoryPolicy.DENY, 1), 1);
        Gid id = new Gid("Order", order.id().number());

        shops.shop.tags().add(id, List.of("Pre-order", " vip ")).value();
        shops.shop.tags().add(id, List.of("PRE-ORDER", "late")).value();
        shops.shop.tags().remove(id, List.of("vip", "absent")).value();

        assertThat(shops.now(order).tags()).containsExactly("Pre-order", "late");
    }

    private Result<List<Metafield>> set(String date) {
        return write(Write.of(owner, "eta", "ships_on", "date", date));
    }

    private Result<List<Metafield>> write(Write write) {
        return shops.shop.metafields().set(Shops.APP, List.of(write));
    }
}
