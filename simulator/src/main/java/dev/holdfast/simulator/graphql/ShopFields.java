package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.shop.Plan;
import dev.holdfast.simulator.shop.Shop;
import java.util.List;

/** The shop itself, and the app that asks. */
final class ShopFields {
    private ShopFields() {}

    /** The app as it is installed here. */
    record Installation(App app) {
        String gid() {
            return "gid://shopify/AppInstallation/" + app.settings().id();
        }
    }

    /** One scope an app was granted. */
    private record Scope(String handle) {}

    /** The limits of a plan. */
    private record Limits(int locations) {}

    static void addTo(FieldTable table) {
        table.on("Shop", Shop.class)
                .id("id", Shop::id)
                .value("name", shop -> shop.settings().name())
                .value("myshopifyDomain", shop -> shop.settings().domain())
                .value("ianaTimezone", shop -> shop.settings().zone().getId())
                .value("currencyCode", shop -> shop.settings().currency().getCurrencyCode())
                .value("plan", shop -> shop.settings().plan())
                .value("resourceLimits", shop -> new Limits(shop.locations().limit()))
                .value("url", shop -> "https://" + shop.settings().domain());
        table.on("ShopPlan", Plan.class)
                .value("publicDisplayName", ShopFields::displayName)
                .value("shopifyPlus", Plan::isPlus)
                .value("partnerDevelopment", plan -> false);
        table.on("ShopResourceLimits", Limits.class).value("locationLimit", Limits::locations);
        table.on("AppInstallation", Installation.class)
                .value(
                        "id",
                        of -> "gid://shopify/AppInstallation/"
                                + of.app().settings().id())
                .value("app", Installation::app)
                .read("accessScopes", (of, call) -> scopes(call));
        table.on("AccessScope", Scope.class).value("handle", Scope::handle);
        table.on("App", App.class)
                .value("id", app -> "gid://shopify/App/" + app.settings().id())
                .value("apiKey", app -> app.settings().clientId());
    }

    private static List<Scope> scopes(Call call) {
        return call.api().scopes().stream().sorted().map(Scope::new).toList();
    }

    private static String displayName(Plan plan) {
        return switch (plan) {
            case BASIC -> "Basic";
            case GROW -> "Grow";
            case ADVANCED -> "Advanced";
            case PLUS -> "Plus";
        };
    }
}
