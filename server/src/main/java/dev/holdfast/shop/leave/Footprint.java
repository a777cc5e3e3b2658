package dev.holdfast.shop.leave;

import dev.holdfast.platform.ShopId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One kind of things that Holdfast puts into a shop, and how they are taken out; all within the shop's open transaction. */
public interface Footprint {
    /**
     * What is in the shop.
     *
     * @param left how many pieces, counting what may be under way to it
     * @param sentence what taking them out does, for the merchant who is to agree to it
     */
    record Extent(long left, String sentence) {
        public Extent {
            if (left < 0 || sentence.isBlank()) {
                throw new IllegalArgumentException("an extent is a number and a sentence");
            }
        }
    }

    /** As Shopify showed it when it was read last. */
    Extent extent(JdbcClient sql, ShopId shop);

    /** A sentence for each piece, so many at most: where it is in Shopify's admin, and how to undo it by hand. */
    List<String> byHand(JdbcClient sql, ShopId shop, int limit);

    /** Drops what has not been sent, and puts into the outbox what takes the rest out, unless it is there already. */
    void undo(JdbcClient sql, ShopId shop);

    /** The merchant stays after all: what was taken out may be decided on again. */
    void comeBack(JdbcClient sql, ShopId shop);
}
