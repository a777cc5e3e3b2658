package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import java.time.Instant;
import java.util.List;

/**
 * What a reconciliation came to.
 *
 * @param asOf what both sides knew at this time was compared
 * @param compared how many things of Shopify's were looked at
 * @param repaired how many of the differences are gone after the repair; 0 when none was asked for
 */
public record Reconciliation(ShopId shop, Instant asOf, long compared, List<Difference> differences, int repaired) {
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** How many differences are left. */
    public int left() {
        return differences.size() - repaired;
    }
}
