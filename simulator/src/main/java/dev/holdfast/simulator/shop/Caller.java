package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.AppId;

/** Who calls, and in which version of the API. */
public record Caller(AppId app, ApiVersion version) {

    /** The merchant's staff in Shopify's own admin, which is no app that anybody registers. */
    public static final Caller STAFF = new Caller(new AppId(999_999_999), ApiVersion.V2026_07);
}
