package dev.holdfast.shop.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.ApiVersion;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ToyShopify;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.Found;
import dev.holdfast.shopify.client.Http;
import dev.holdfast.shopify.client.NodeReader;
import dev.holdfast.shopify.client.PatientReader;
import dev.holdfast.shopify.client.ShopifyAddress;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.client.Throttle;
import dev.holdfast.shopify.client.Troubles;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders read together from a simulated shop. */
class ObjectReaderTest {
    private static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");
    private static final int PAGE = 100;

    private final ToyShopify shopify = new ToyShopify(SimulatorSettings.usual());
    private final Http http = new Http(Duration.ofSeconds(20));

    /** The number of lines of each order; those of one order cannot be read. */
    private record Lines(long spoilt) implements Mirror<Lines.Count> {
        record Count(long id, long lines, long shipped) {}

        @Override
        public String name() {
            return "order";
        }

        @Override
        public String type() {
            return "Order";
        }

        @Override
        public int place() {
            return 1;
        }

        @Override
        public Document some() {
            return Document.named("read/orders");
        }

        @Override
        public Document all() {
            return Document.named("read/all-orders");
        }

        @Override
        public Count read(Branch branch, Instant readAt) {
            if (branch.id().number() == spoilt) {
                throw new IllegalArgumentException("a part is missing");
            }
            return new Count(
                    branch.id().number(),
                    branch.children("LineItem").count(),
                    branch.children("FulfillmentOrder")
                            .flatMap(of -> of.children("FulfillmentOrderLineItem"))
                            .count());
        }

        @Override
        public long id(Count count) {
            return count.id();
        }

        @Override
        public Facts facts(Count count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Long> write(JdbcClient sql, ShopId shop, List<Count> things, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Count> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Long> known(JdbcClient sql, ShopId shop) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void a_shop() {
        shopify.open(DOMAIN);
    }

    @AfterEach
    void close() {
        http.close();
        shopify.close();
    }

    private ObjectReader reader(String version) {
        InstantSource clock = InstantSource.system();
        var address = new ShopifyAddress(shopify.simulator.address() + "/shops/{shop}", new ApiVersion(version));
        var client = new ShopifyClient(http, address, new Throttle(clock), new Troubles(clock));
        // Bulk operations take the shop's time, which else stands still.
        PatientReader.Pause pause = time -> shopify.simulator.clocks().advance(shopify.clock, time);
        var patient = new PatientReader(client, pause);
        return new ObjectReader(new NodeReader(client, patient, clock), new BulkQueries(patient, http, address), pause);
    }

    private OrderId order(int lines) {
        var shop = shopify.shop(DOMAIN);
        var stock =
                Map.of(shop.locations().all().all().findFirst().orElseThrow().id(), 100);
        var cart = new ArrayList<Cart.Line>();
        for (int line = 0; line < lines; line++) {
            var product = shop.catalog()
                    .create(NewProduct.of(
                            "Toy", new NewVariant("Only", "TOY", 100, InventoryPolicy.DENY, true, stock)));
            cart.add(Cart.Line.of(shop.catalog().variantsOf(product).getFirst().id(), 1));
        }
        var result = shop.checkouts().place(Cart.of(cart.toArray(Cart.Line[]::new)));
        if (!(result instanceof CheckoutResult.Placed placed)) {
            throw new AssertionError(String.valueOf(result));
        }
        return placed.order().id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07", "2026-10"})
    void one_that_is_gone_one_that_is_broken_and_one_of_many_lines_are_read_beside_others(String version)
            throws InterruptedException {
        long small = order(2).number();
        long large = order(PAGE + 1).number();
        long spoilt = order(1).number();
        long last = order(3).number();
        shopify.simulator.clocks().advance(shopify.clock, Duration.ofMinutes(1));
        var mirror = new Lines(spoilt);
        var reader = reader(version);
        reader.read(shopify.access(DOMAIN), mirror, List.of(small));
        var token = shopify.access(DOMAIN);
        long before = shopify.simulator.server().answered();
        assertThat(reader.read(token, mirror, List.of(small, 77L, spoilt, last)))
                .hasSize(4);
        assertThat(shopify.simulator.server().answered() - before)
                .as("all together")
                .isEqualTo(1);
        var found = reader.read(token, mirror, List.of(small, large, 77L, spoilt, last));
        assertThat(found).extracting(Found::id).containsExactly(small, large, 77L, spoilt, last);
        assertThat(found.get(0).orThrow()).contains(new Lines.Count(small, 2, 2));
        assertThat(found.get(1).orThrow()).contains(new Lines.Count(large, PAGE + 1, PAGE + 1));
        assertThat(found.get(2).orThrow()).isEmpty();
        assertThat(found.get(3).problem()).get().asString().contains("a part is missing");
        assertThat(found.get(4).orThrow()).contains(new Lines.Count(last, 3, 3));
    }
}
