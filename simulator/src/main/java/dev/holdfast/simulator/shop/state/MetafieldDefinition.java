package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.MetafieldDefinitionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a metafield of a kind of owner is, and who may read it. */
public record MetafieldDefinition(
        MetafieldDefinitionId id,
        AppId app,
        String ownerType,
        String namespace,
        String key,
        String name,
        @Nullable String description,
        String typeName,
        Access access,
        Instant updatedAt)
        implements Row {

    /** Who may read it, as the API names it. */
    public record Access(
            @Nullable String admin,
            @Nullable String storefront,
            @Nullable String customerAccount) {}
}
