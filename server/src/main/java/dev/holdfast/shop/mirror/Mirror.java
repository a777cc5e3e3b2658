package dev.holdfast.shop.mirror;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.client.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Our copy of one kind of things that Shopify has; each is read and replaced as a whole.
 *
 * <p>The methods with {@code sql} run in the shop's open transaction.
 */
public interface Mirror<T> {
    /** Such as {@code order}; stored, so it never changes. */
    String name();

    /** The type in global ids, such as {@code Order}. */
    String type();

    /** In which order kinds are imported: what others refer to comes first. */
    int place();

    /** Reads those of the variable {@code ids}, as {@code nodes}. */
    Document some();

    /** Reads all that {@link #known} would answer if we knew everything; a document for a bulk operation. */
    Document all();

    /** The text of {@link #all} for one alone, which may have more below it than an answer holds. */
    default String oneInBulk(long id) {
        return all().text()
                .replaceFirst(
                        "(?m)^  (orders|products|inventoryItems|locations|sellingPlanGroups)(\\([^)]*\\))?",
                        "  $1(query: \"id:" + id + "\")");
    }

    /** Throws {@link IllegalArgumentException} when a part that must be there is missing. */
    T read(Branch branch, Instant readAt);

    long id(T thing);

    Facts facts(T thing);

    /** Whether Shopify says when one of these changed; else {@link Facts#updatedAt} says no more than that it is there. */
    default boolean tellsChanges() {
        return true;
    }

    /**
     * What a person should look at in Shopify itself, and what to do about it: reading it again does not change it. Asked of
     * what {@link #all} reads.
     */
    default Optional<String> oddity(Branch branch) {
        return Optional.empty();
    }

    /**
     * Keeps them; what is older than what is there changes nothing, unless {@link ReadTimes} says that a clock ahead wrote
     * that. Answers the ids of those that were kept.
     */
    List<Long> write(JdbcClient sql, ShopId shop, List<T> things, Instant now);

    /** Those of these ids that are here. */
    List<T> load(JdbcClient sql, ShopId shop, Collection<Long> ids);

    /** Shopify did not have these at that time; what was read later stays, but for what {@link ReadTimes} says. */
    void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now);

    /** Ids of all that should be among what {@link #all} reads. */
    List<Long> known(JdbcClient sql, ShopId shop);
}
