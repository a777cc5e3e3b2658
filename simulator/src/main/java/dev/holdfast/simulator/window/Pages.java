package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.window.liquid.Liquid;
import dev.holdfast.simulator.window.liquid.Look;
import dev.holdfast.simulator.window.liquid.Shape;
import dev.holdfast.simulator.window.theme.CartObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Puts pages together from templates of the simulator's own. */
final class Pages {

    static final String ASSETS = "/cdn/";

    private final Map<String, Liquid> templates = new ConcurrentHashMap<>();
    private final AppBlocks blocks;

    Pages(AppBlocks blocks) {
        this.blocks = blocks;
    }

    /** A page to show: its template, and what the template reads besides what every page has. */
    record Page(int status, String template, String title, Map<String, @Nullable Object> objects) {

        static Page of(String template, String title) {
            return new Page(200, template, title, new HashMap<>());
        }

        Page with(String name, @Nullable Object value) {
            objects.put(name, value);
            return this;
        }

        Page withStatus(int other) {
            return new Page(other, template, title, objects);
        }
    }

    Answer show(Visit visit, Page page) {
        Map<String, @Nullable Object> objects = globals(visit, page.template());
        objects.putAll(page.objects());
        blocks.put(visit, page.template(), objects);
        objects.put("page_title", page.title());
        Look look = look(visit, Look.Words.NONE);
        objects.put("content_for_layout", template(page.template()).render(objects, look));
        return Answer.html(page.status(), template("layout").render(objects, look))
                .with("Cache-Control", "no-store")
                .with("Set-Cookie", visit.cookie());
    }

    /** A page that only says something, and where to go from there. */
    Answer tell(Visit visit, int status, String title, String text) {
        return show(visit, Page.of("message", title).with("text", text).withStatus(status));
    }

    static Look look(Visit visit, Look.Words words) {
        return new Look(
                visit.shop().settings().zone(),
                visit.shop().clock().now(),
                visit.scene().currency(),
                visit.path(ASSETS),
                words);
    }

    /** What Shopify's templates have everywhere, as far as the simulator has it. */
    static Map<String, @Nullable Object> globals(Visit visit, String template) {
        ShopSettings settings = visit.shop().settings();
        Map<String, @Nullable Object> objects = new HashMap<>();
        objects.put("shop", shop(settings));
        objects.put("cart", new CartObjects(visit.scene()).cart(visit.basket().lines()));
        objects.put("template", new Shape("template").with("name", template));
        objects.put("customer", null);
        objects.put(
                "request",
                new Shape("request")
                        .with("page_type", template)
                        .with("path", visit.path(visit.exchange().path()))
                        .with("design_mode", false)
                        .with("locale", new Shape("shop_locale").with("iso_code", "en")));
        objects.put(
                "routes",
                new Shape("routes")
                        .with("root_url", visit.path("/"))
                        .with("cart_url", visit.path("/cart"))
                        .with("cart_add_url", visit.path("/cart/add"))
                        .with("all_products_collection_url", visit.path("/collections/all")));
        return objects;
    }

    private static Shape shop(ShopSettings settings) {
        Set<String> currencies = new TreeSet<>();
        settings.rates().keySet().forEach(each -> currencies.add(each.getCurrencyCode()));
        currencies.add(settings.currency().getCurrencyCode());
        return new Shape("shop")
                .with("name", settings.name())
                .with("permanent_domain", settings.domain())
                .with("domain", settings.domain())
                .with("url", "https://" + settings.domain())
                .with("currency", settings.currency().getCurrencyCode())
                .with(
                        "enabled_currencies",
                        currencies.stream().map(Pages::currency).toList());
    }

    private static Shape currency(String code) {
        return new Shape("currency")
                .with("iso_code", code)
                .with("symbol", Currency.getInstance(code).getSymbol(java.util.Locale.ENGLISH));
    }

    private Liquid template(String name) {
        return templates.computeIfAbsent(name, _ -> Liquid.parse(name, resource(name + ".liquid")));
    }

    static String resource(String file) {
        try (InputStream in = Pages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the templates, for those who check them. */
    static List<String> names() {
        return List.of(
                "layout",
                "products",
                "product",
                "cart",
                "checkout",
                "customers/order",
                "away",
                "message",
                "shops",
                "sorry");
    }
}
