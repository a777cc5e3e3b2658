package dev.holdfast.simulator.window;

import dev.holdfast.simulator.auth.Shops;
import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Endpoint;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.http.Routes;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.window.liquid.Liquid;
import dev.holdfast.simulator.window.liquid.LiquidFailure;
import dev.holdfast.simulator.window.liquid.Look;
import dev.holdfast.simulator.window.theme.Scene;
import dev.holdfast.simulator.window.theme.ThemeExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What buyers see of the shops: mounts the pages and finds each buyer's basket. */
public final class ShopWindow {

    private static final String STYLE = "window.css";
    private static final Pattern FOR_PROGRAMS = Pattern.compile("(?s)/(admin|simulator)(/.*)?");
    /** For pages that are of no shop. */
    private static final Look NOWHERE =
            new Look(ZoneOffset.UTC, Instant.EPOCH, Currency.getInstance("EUR"), Pages.ASSETS, Look.Words.NONE);

    private final Shops shops;
    private final Function<String, Shop> byDomain;
    private final Baskets baskets;
    private final AppBlocks blocks = new AppBlocks();
    private final Pages pages = new Pages(blocks);

    /** A page of a shop. */
    private interface Door {
        Answer open(Visit visit) throws IOException;
    }

    public ShopWindow(Shops shops, Function<String, Shop> byDomain, long seed) {
        this.shops = shops;
        this.byDomain = byDomain;
        this.baskets = new Baskets(seed);
    }

    public void mount(Routes routes) {
        ProductPages products = new ProductPages(pages);
        CartPages cart = new CartPages(pages, products, baskets);
        CheckoutPages checkout = new CheckoutPages(pages, cart, baskets);
        OrderPages orders = new OrderPages(pages, products);
        routes.refused(this::sorry)
                .mount(
                        "GET",
                        "/",
                        exchange -> isForNone(exchange)
                                ? shops()
                                : page(products::list).answer(exchange))
                .mount("GET", "/shops/{shop}", exchange -> Answer.redirect(exchange.path() + "/"))
                .mount("GET", "/collections/all", page(products::list))
                .mount("GET", "/products/{handle}", page(products::one))
                .mount("GET", "/cart", page(cart::show))
                .mount("POST", "/cart", page(cart::change))
                .mount("POST", "/cart/add", page(cart::add))
                .mount("POST", "/localization", page(this::currency))
                .mount("GET", "/checkout", page(checkout::show))
                .mount("POST", "/checkout", page(checkout::send))
                .mount("GET", "/checkout/away/{token}", page(orders::away))
                .mount("GET", "/orders/{token}", page(orders::show))
                .mount("GET", "/{shop}/orders/{token}/authenticate", page(orders::show))
                .mount("GET", Pages.ASSETS + STYLE, exchange -> style())
                .mount("GET", Pages.ASSETS + "{asset}", exchange -> blocks.asset(exchange.segment("asset")));
    }

    /** From now on the pages show the app blocks of this extension, which belongs to the app with this number. */
    public void show(ThemeExtension extension, long app) {
        blocks.show(extension, app);
    }

    private boolean isForNone(Exchange exchange) {
        return exchange.shopDomain().isEmpty() && shops.domains().get().size() != 1;
    }

    /** What is refused is a page for buyers, and JSON for programs. */
    private Answer sorry(String path, Refusal refusal) {
        if (FOR_PROGRAMS.matcher(path).matches()) {
            return refusal.answer();
        }
        boolean nothing = refusal.status() == 404 && "Not Found".equals(refusal.getMessage());
        String text = nothing ? "There is nothing at " + path : String.valueOf(refusal.getMessage());
        Map<String, @Nullable Object> objects = Map.of(
                "title",
                refusal.status() == 404 ? "Page not found" : "This did not work",
                "text",
                (text.endsWith(".") ? text : text + ".") + " Check the address, or begin again in the shop window.");
        return Answer.html(
                refusal.status(),
                Liquid.parse("sorry", Pages.resource("sorry.liquid")).render(objects, NOWHERE));
    }

    /** Where a request names none of several shops, or there is none: all there are. */
    private Answer shops() {
        Map<String, @Nullable Object> all =
                Map.of("shops", shops.domains().get().stream().sorted().toList());
        return Answer.html(
                200, Liquid.parse("shops", Pages.resource("shops.liquid")).render(all, NOWHERE));
    }

    private Endpoint page(Door door) {
        return exchange -> {
            Visit visit = visit(exchange);
            try {
                return door.open(visit);
            } catch (LiquidFailure e) {
                return Answer.text(500, "Liquid error: " + e.getMessage());
            }
        };
    }

    private Visit visit(Exchange exchange) {
        Shop shop = byDomain.apply(shops.of(exchange));
        String token = exchange.cookie(Visit.COOKIE)
                .filter(known -> known.matches("[0-9a-f-]{36}"))
                .orElseGet(baskets::newToken);
        // What was deleted goes out of the cart without a word, as at Shopify.
        Basket basket = baskets.of(shop.settings().domain(), token)
                .only(line -> shop.catalog().variants().find(line.variant()).isPresent());
        Currency currency =
                Optional.ofNullable(basket.currency()).orElse(shop.settings().currency());
        return new Visit(shop, exchange, token, basket, new Scene(shop, currency, exchange.base(), blocks.app()));
    }

    /** {@code POST /localization}: {@code currency_code} and {@code return_to}, a path of the shop. */
    private Answer currency(Visit visit) throws IOException {
        Form form = Form.of(visit.exchange());
        Currency own = visit.shop().settings().currency();
        String code = form.text("currency_code").orElse("");
        Optional<Currency> other = visit.shop().settings().rates().keySet().stream()
                .filter(each -> each.getCurrencyCode().equals(code))
                .findFirst();
        if (other.isEmpty() && !code.equals(own.getCurrencyCode())) {
            return pages.tell(visit, 422, "Not sold in this currency", "This shop does not sell in that currency.");
        }
        baskets.keep(
                visit.shop().settings().domain(), visit.token(), visit.basket().in(other.orElse(null)));
        String back = form.text("return_to").orElse("");
        boolean inside = back.startsWith(visit.path("/")) && !back.matches("(?s)(//|.*[\\\\\\p{Cntrl}]).*");
        return Answer.seeOther(inside ? back : visit.path("/")).with("Set-Cookie", visit.cookie());
    }

    private static Answer style() {
        return Answer.of(200, "text/css; charset=utf-8", Pages.resource(STYLE).getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "max-age=3600");
    }
}
