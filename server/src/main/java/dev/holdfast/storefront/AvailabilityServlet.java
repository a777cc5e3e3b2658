package dev.holdfast.storefront;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.SignedQuery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a shop's page, through Shopify's app proxy, whether variants can be bought: {@code GET /proxy/availability?variants=1,2}.
 *
 * <p>200 with {@code variants}, each with its {@code id} (text, as it may pass 2^53) and its {@code availability}:
 * {@code in_stock}, {@code sold_ahead} or {@code sold_out}, by id; what the shop does not have is left out, whoever else has
 * it. 401 for a query Shopify did not sign within the last ninety seconds, 400 for no or too many variants, 404 for a shop
 * that has not installed Holdfast.
 */
final class AvailabilityServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_VARIANTS = 100;
    private static final String MAX_AGE_SECONDS = "10";

    private final transient SignedQuery signed;
    private final transient ShopRegistry shops;
    private final transient AvailabilityReader reader;

    AvailabilityServlet(SignedQuery signed, ShopRegistry shops, AvailabilityReader reader) {
        this.signed = signed;
        this.shops = shops;
        this.reader = reader;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
        if (!signed.isAppProxy(query)) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var shop = query.getOrDefault("shop", List.of()).stream()
                .findFirst()
                .flatMap(ShopDomain::parse)
                .flatMap(shops::find);
        var variants = ids(query.getOrDefault("variants", List.of()));
        if (shop.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (variants.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "The parameter variants must be 1 to " + MOST_VARIANTS + " numbers with commas between them.");
        } else {
            response.setHeader("Cache-Control", "max-age=" + MAX_AGE_SECONDS);
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().print(json(reader.of(shop.get(), variants.get())));
        }
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendError(status);
    }

    private static Optional<Collection<Long>> ids(List<String> given) {
        var texts = given.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .distinct()
                .toList();
        boolean numbers = texts.stream().allMatch(text -> text.matches("[0-9]{1,18}"));
        return numbers && !texts.isEmpty() && texts.size() <= MOST_VARIANTS
                ? Optional.of(texts.stream().map(Long::valueOf).toList())
                : Optional.empty();
    }

    private static String json(Map<Long, Availability> found) {
        var variants = found.entrySet().stream()
                .map(entry -> Map.of(
                        "id",
                        Long.toString(entry.getKey()),
                        "availability",
                        entry.getValue().word()))
                .toList();
        return JsonMapper.shared().writeValueAsString(Map.of("variants", variants));
    }
}
