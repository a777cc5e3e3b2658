package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.auth.App;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bulk_operations/finish} tells of a bulk operation.
 *
 * @param status in lower case, as in the payload
 * @param type {@code query} or {@code mutation}
 */
public record BulkFinished(
        String shopDomain,
        App app,
        String gid,
        String status,
        String type,
        @Nullable String errorCode,
        Instant createdAt,
        Instant completedAt) {}
