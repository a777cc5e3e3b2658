package dev.holdfast.shop.refresh;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Found;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things of one kind that were read together, and how they are kept. */
record Batch<T>(Keeper<T> keeper, List<Reading<T>> readings) {
    Batch {
        readings = List.copyOf(readings);
    }

    /** What reading one came to. */
    record Reading<T>(RefreshRow row, Found<T> found) {
        Optional<ShopifyFault> fault() {
            return found.problem().filter(ShopifyFault.class::isInstance).map(ShopifyFault.class::cast);
        }
    }

    /** Writes what was found, and what was not, in the shop's open transaction. */
    @FunctionalInterface
    interface Keeper<T> {
        void keep(JdbcClient sql, ShopId shop, List<Found<T>> found);
    }

    Batch<T> only(Predicate<Reading<T>> which) {
        return new Batch<>(keeper, readings.stream().filter(which).toList());
    }

    List<Batch<T>> halves() {
        int middle = readings.size() / 2;
        return List.of(
                new Batch<>(keeper, readings.subList(0, middle)),
                new Batch<>(keeper, readings.subList(middle, readings.size())));
    }

    List<RefreshRow> rows() {
        return readings.stream().map(Reading::row).toList();
    }

    void keep(JdbcClient sql, ShopId shop) {
        keeper.keep(sql, shop, readings.stream().map(Reading::found).toList());
    }
}
