package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.shop.Catalog;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.window.liquid.Shape;
import dev.holdfast.simulator.window.theme.ProductObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of products, and the page of one. */
final class ProductPages {

    private static final int PER_PAGE = 24;

    private final Pages pages;

    ProductPages(Pages pages) {
        this.pages = pages;
    }

    /** Active products by id, a page at a time: {@code ?after=ID}. */
    Answer list(Visit visit) {
        long after = new Form(visit.exchange()
                        .parameter("after")
                        .map(text -> java.util.Map.of("after", text))
                        .orElse(java.util.Map.of()))
                .number("after")
                .orElse(0);
        List<Product> found = visit.shop()
                .catalog()
                .products()
                .after(after, PER_PAGE + 1, product -> product.status() == Product.Status.ACTIVE);
        ProductObjects objects = new ProductObjects(visit.scene());
        List<Shape> shown = new ArrayList<>();
        found.stream().limit(PER_PAGE).forEach(product -> shown.add(objects.product(product, null)));
        String next = found.size() > PER_PAGE
                ? visit.path("/collections/all?after=" + shown.getLast().get("id"))
                : null;
        return pages.show(
                visit,
                Pages.Page.of("products", "Everything in the shop")
                        .with("products", shown)
                        .with("next_url", next));
    }

    /** {@code /products/HANDLE?variant=ID}. */
    Answer one(Visit visit) {
        Optional<Product> product = byHandle(visit, visit.exchange().segment("handle"));
        if (product.isEmpty()) {
            return missing(visit);
        }
        Optional<String> wanted = visit.exchange().parameter("variant");
        if (wanted.isEmpty()) {
            return show(visit, product.get(), null, List.of());
        }
        return variants(visit, product.get()).stream()
                .filter(variant ->
                        wanted.get().equals(Long.toString(variant.id().number())))
                .findFirst()
                .map(variant -> show(visit, product.get(), variant, List.of()))
                .orElseGet(() -> missing(visit));
    }

    /** The page of a variant that could not be put into the cart. */
    Answer again(Visit visit, Variant variant, List<String> problems) {
        Optional<Product> product = visit.shop().catalog().products().find(variant.product());
        return product.isEmpty() ? missing(visit) : show(visit, product.get(), variant, problems);
    }

    Answer missing(Visit visit) {
        return pages.tell(
                visit,
                404,
                "Not found",
                "There is nothing here under this address. It may have been sold out " + "and taken down.");
    }

    private Answer show(
            Visit visit, Product product, @org.jspecify.annotations.Nullable Variant selected, List<String> problems) {
        Shape shape = new ProductObjects(visit.scene()).product(product, selected);
        return pages.show(
                visit,
                Pages.Page.of("product", product.title())
                        .with("product", shape)
                        .with("variant", shape.get("selected_or_first_available_variant"))
                        .with("problems", problems)
                        .with("most", Form.MOST_UNITS)
                        .withStatus(problems.isEmpty() ? 200 : 422));
    }

    private static List<Variant> variants(Visit visit, Product product) {
        Catalog catalog = visit.shop().catalog();
        return catalog.variantsOf(product);
    }

    private static Optional<Product> byHandle(Visit visit, String handle) {
        return visit.shop()
                .catalog()
                .products()
                .all()
                .filter(product -> product.handle().equals(handle) && product.status() == Product.Status.ACTIVE)
                .findFirst();
    }
}
