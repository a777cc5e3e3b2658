package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code tagsAdd} and {@code tagsRemove}: orders, products, customers and draft orders have tags. */
public final class Tags {

    private final World world;

    Tags(World world) {
        this.world = world;
    }

    /** Gives all tags of it afterwards; one that differs only in case counts as the same. */
    public Result<List<String>> add(Gid owner, List<String> more) {
        return change(owner, tags -> {
            List<String> all = new ArrayList<>(tags);
            for (String tag : more) {
                String clean = tag.strip();
                if (!clean.isEmpty() && all.stream().noneMatch(clean::equalsIgnoreCase)) {
                    all.add(clean);
                }
            }
            return all;
        });
    }

    /** Gives the tags that are left. */
    public Result<List<String>> remove(Gid owner, List<String> less) {
        return change(owner, tags -> {
            List<String> all = new ArrayList<>(tags);
            all.removeIf(tag -> less.stream().anyMatch(each -> each.strip().equalsIgnoreCase(tag)));
            return all;
        });
    }

    private Result<List<String>> change(Gid owner, UnaryOperator<List<String>> how) {
        return world.write(() -> changed(owner, how)
                .<Result<List<String>>>map(Result::done)
                .orElseGet(() -> Result.refused(UserError.at("id", owner.type() + " does not exist", null))));
    }

    private Optional<List<String>> changed(Gid owner, UnaryOperator<List<String>> how) {
        Tables tables = world.tables;
        return switch (owner.type()) {
            case "Order" -> tables.orders.find(owner.number()).map(order -> order(order, how));
            case "Product" -> tables.products.find(owner.number()).map(product -> product(product, how));
            case "Customer" -> tables.customers.find(owner.number()).map(customer -> customer(customer, how));
            case "DraftOrder" -> tables.drafts.find(owner.number()).map(draft -> draft(draft, how));
            default -> Optional.empty();
        };
    }

    /** Setting the tags it has already is no change. */
    private List<String> order(Order order, UnaryOperator<List<String>> how) {
        List<String> tags = how.apply(order.tags());
        return tags.equals(order.tags())
                ? tags
                : world.change(order.withTags(tags)).tags();
    }

    private List<String> product(Product product, UnaryOperator<List<String>> how) {
        Product after = product.withTags(how.apply(product.tags()), world.now());
        world.tables.products.put(after);
        List<dev.holdfast.simulator.shop.state.Variant> variants = new ArrayList<>();
        after.variants().forEach(id -> world.tables.variants.find(id).ifPresent(variants::add));
        world.emit(Topic.PRODUCTS_UPDATE, new Subject.ProductChanged(after, variants));
        return after.tags();
    }

    private List<String> customer(Customer customer, UnaryOperator<List<String>> how) {
        Customer after = customer.withTags(how.apply(customer.tags()), world.now());
        world.tables.customers.put(after);
        world.emit(Topic.CUSTOMERS_UPDATE, new Subject.CustomerChanged(after));
        return after.tags();
    }

    private List<String> draft(DraftOrder draft, UnaryOperator<List<String>> how) {
        DraftOrder after = draft.withTags(how.apply(draft.tags()), world.now());
        world.tables.drafts.put(after);
        world.emit(Topic.DRAFT_ORDERS_UPDATE, new Subject.DraftChanged(after));
        return after.tags();
    }
}
