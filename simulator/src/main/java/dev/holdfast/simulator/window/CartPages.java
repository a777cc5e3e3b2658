package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.Quote;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The cart, and what is put into it. */
final class CartPages {

    private static final int MOST_LINES = 100;
    private static final int MOST_PROPERTIES = 20;
    private static final String PROPERTY = "properties[";

    private final Pages pages;
    private final ProductPages products;
    private final Baskets baskets;

    CartPages(Pages pages, ProductPages products, Baskets baskets) {
        this.pages = pages;
        this.products = products;
        this.baskets = baskets;
    }

    Answer show(Visit visit) {
        return show(visit, List.of());
    }

    /** With what is wrong with it: what was said before, else what checkout would say now. */
    Answer show(Visit visit, List<String> said) {
        List<String> problems = said;
        if (said.isEmpty() && !visit.basket().lines().isEmpty()) {
            problems = visit.shop().checkouts().quote(visit.basket().cart()) instanceof Quote.No(var why)
                    ? Reasons.of(visit.shop(), visit.basket(), why)
                    : List.of();
        }
        return pages.show(
                visit,
                Pages.Page.of("cart", "Your cart")
                        .with("problems", problems)
                        .with("most", Form.MOST_UNITS)
                        .withStatus(said.isEmpty() ? 200 : 422));
    }

    /** {@code POST /cart/add}: {@code id}, {@code quantity} (1), {@code selling_plan}, {@code properties[NAME]}. */
    Answer add(Visit visit) throws IOException {
        Form form = Form.of(visit.exchange());
        Optional<Variant> found = form.number("id").isEmpty()
                ? Optional.empty()
                : visit.shop().catalog().variants().find(form.number("id").getAsLong());
        if (found.isEmpty()) {
            return products.missing(visit);
        }
        Variant variant = found.get();
        OptionalInt quantity = form.has("quantity") ? form.quantity("quantity") : OptionalInt.of(1);
        if (quantity.isEmpty() || quantity.getAsInt() == 0) {
            return products.again(
                    visit, variant, List.of("The quantity is a whole number from 1 to " + Form.MOST_UNITS + "."));
        }
        SellingPlanId plan = form.number("selling_plan").isPresent()
                ? new SellingPlanId(form.number("selling_plan").getAsLong())
                : null;
        Basket fuller = visit.basket().plus(new Cart.Line(variant.id(), quantity.getAsInt(), plan, properties(form)));
        List<String> problems = problems(visit, fuller, variant);
        if (!problems.isEmpty()) {
            return products.again(visit, variant, problems);
        }
        baskets.keep(visit.shop().settings().domain(), visit.token(), fuller);
        return visit.goTo("/cart");
    }

    /** {@code POST /cart}: {@code updates[LINE]} from 0, {@code remove} a line, {@code checkout} to go on. */
    Answer change(Visit visit) throws IOException {
        Form form = Form.of(visit.exchange());
        List<Integer> quantities = new ArrayList<>();
        for (int at = 0; at < visit.basket().lines().size(); at++) {
            Cart.Line line = visit.basket().lines().get(at);
            OptionalInt wanted = form.has("updates[" + at + "]")
                    ? form.quantity("updates[" + at + "]")
                    : OptionalInt.of(line.quantity());
            boolean remove = form.text("remove").equals(Optional.of(Integer.toString(at)));
            if (wanted.isEmpty() && !remove) {
                return show(visit, List.of("A quantity is a whole number from 0 to " + Form.MOST_UNITS + "."));
            }
            quantities.add(remove ? 0 : wanted.getAsInt());
        }
        Basket changed = visit.basket().resized(quantities);
        baskets.keep(visit.shop().settings().domain(), visit.token(), changed);
        return visit.goTo(form.has("checkout") ? "/checkout" : "/cart");
    }

    /** Only what concerns the variant: something else in the cart that sold out is told on the cart's page. */
    private static List<String> problems(Visit visit, Basket fuller, Variant variant) {
        if (fuller.lines().size() > MOST_LINES) {
            return List.of("A cart has at most " + MOST_LINES + " lines.");
        }
        Basket only = fuller.only(line -> line.variant().equals(variant.id()));
        if (only.lines().stream().anyMatch(line -> line.quantity() > Form.MOST_UNITS)) {
            return List.of("A cart has at most " + Form.MOST_UNITS + " units of a kind.");
        }
        return visit.shop().checkouts().quote(only.cart()) instanceof Quote.No(var why)
                ? Reasons.of(visit.shop(), only, why)
                : List.of();
    }

    private static List<Attribute> properties(Form form) {
        return form.values().entrySet().stream()
                .filter(each -> each.getKey().startsWith(PROPERTY)
                        && each.getKey().endsWith("]")
                        && each.getKey().length() > PROPERTY.length() + 1
                        && !each.getValue().isEmpty())
                .limit(MOST_PROPERTIES)
                .map(each -> new Attribute(
                        each.getKey().substring(PROPERTY.length(), each.getKey().length() - 1), each.getValue()))
                .toList();
    }
}
