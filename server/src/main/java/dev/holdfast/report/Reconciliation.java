package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import java.time.Instant;
import java.util.List;

/**
 * What a reconciliation came to.
 *
 * @param asOf what both sides knew at this time was compared
 * @param compared how many things of Shopify's were looked at
 * @param differences with what only a person can put right
 * @param repaired how many of the differences are gone after the repair; 0 when none was asked for
 */
public record Reconciliation(ShopId shop, Instant asOf, long compared, List<Difference> differences, int repaired) {
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** How many differences are left that reading again could mend. */
    public int left() {
        return differences.size() - byHand() - repaired;
    }

    /** How many things are there that only a person can put right, in Shopify. */
    public int byHand() {
        return (int) differences.stream()
                .filter(difference -> !difference.canBeMended())
                .count();
    }
}
