package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.MetafieldId;
import java.time.Instant;

/**
 * A value an app or the merchant keeps on something.
 *
 * @param compareDigest changes with the value
 */
public record Metafield(
        MetafieldId id,
        Gid owner,
        String namespace,
        String key,
        String typeName,
        String value,
        String compareDigest,
        Instant createdAt,
        Instant updatedAt)
        implements Row {}
