package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.AppId;

/** Who calls, and in which version of the API. */
public record Caller(AppId app, ApiVersion version) {

    /** The merchant's staff in Shopify's own admin. */
    public static final Caller STAFF = new Caller(new AppId(1), ApiVersion.V2026_07);
}
