package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ToyShopify;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated shop, and an outbox whose effects change its stock over HTTP. */
abstract class ToyOutbox {
    static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");
    static final String ADJUST = "same-key/inventory-adjust-quantities";

    final ToyShopify shopify = new ToyShopify(SimulatorSettings.usual().withLimits(new PlanLimits(100, 1000)));
    final Variant variant = shopify.open(DOMAIN);
    final RunningOutbox outbox;
    ShopId shop = new ShopId(1);

    ToyOutbox(TestDatabase database) {
        outbox = new RunningOutbox(database, shopify.address());
    }

    @BeforeEach
    void install() {
        shop = outbox.install(shopify.access(DOMAIN));
    }

    @AfterEach
    void close() {
        outbox.close();
        shopify.close();
    }

    JsonNode change(ShopDomain domain, String item, int delta) {
        var location = shopify.shop(domain).locations().all().all().findFirst().orElseThrow();
        var row = new HashMap<String, Object>(Map.of(
                "delta",
                delta,
                "inventoryItemId",
                item,
                "locationId",
                location.id().gid()));
        row.put("changeFromQuantity", JsonMapper.shared().nullNode());
        var input = Map.of(
                "name", "available",
                "reason", "correction",
                "referenceDocumentUri", "gid://holdfast/Offer/1",
                "changes", List.of(row));
        return JsonMapper.shared().valueToTree(Map.of("input", input));
    }

    UUID decide(String subject, int delta) {
        return outbox.decide(
                shop, subject, ADJUST, change(DOMAIN, variant.item().gid(), delta));
    }

    int stock() {
        return shopify.shop(DOMAIN).catalog().inventoryQuantity(variant);
    }
}
