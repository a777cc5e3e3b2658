package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.Location;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of shop/*, app/uninstalled, locations/* and profiles/*. */
final class ShopPayloads {

    private static final List<String> NULLS = List.of(
            "address1",
            "address2",
            "auto_configure_tax_inclusivity",
            "city",
            "county_taxes",
            "google_apps_domain",
            "google_apps_login_enabled",
            "latitude",
            "longitude",
            "phone",
            "province",
            "province_code",
            "source",
            "tax_shipping",
            "zip");

    private final View view;

    ShopPayloads(View view) {
        this.view = view;
    }

    ObjectNode shop() {
        ShopSettings settings = view.shop().settings();
        String email = "owner@" + settings.domain();
        String currency = view.currency();
        ObjectNode body = View.object()
                .put("id", view.shop().id().number())
                .put("name", settings.name())
                .put("email", email)
                .put("customer_email", email)
                .put("domain", settings.domain())
                .put("myshopify_domain", settings.domain())
                .put("country", settings.country())
                .put("country_code", settings.country())
                .put("country_name", AddressPayloads.countryName(settings.country()))
                .put("primary_locale", "en")
                .put("currency", currency)
                .put("timezone", settings.zone().getId())
                .put("iana_timezone", settings.zone().getId())
                .put("shop_owner", settings.name())
                .put("money_format", "{{amount}}")
                .put("money_in_emails_format", "{{amount}}")
                .put("money_with_currency_format", "{{amount}} " + currency)
                .put("money_with_currency_in_emails_format", "{{amount}} " + currency)
                .put("weight_unit", "kg")
                .put("taxes_included", false)
                .put("plan_display_name", View.lower(settings.plan()))
                .put("plan_name", View.lower(settings.plan()))
                .putNull("created_at")
                .put("updated_at", view.time(view.shop().clock().now()));
        writeSwitches(body);
        ArrayNode currencies = body.putArray("enabled_presentment_currencies").add(currency);
        settings.rates().keySet().stream()
                .map(each -> each.getCurrencyCode())
                .sorted()
                .forEach(currencies::add);
        NULLS.forEach(body::putNull);
        return body;
    }

    private void writeSwitches(ObjectNode body) {
        List<Location> locations = view.shop().locations().all().all().toList();
        body.put(
                        "primary_location_id",
                        locations.isEmpty() ? null : locations.getFirst().id().number())
                .put("multi_location_enabled", locations.size() > 1)
                .put("checkout_api_supported", true)
                .put("eligible_for_payments", true)
                .put("finances", true)
                .put("has_discounts", false)
                .put("has_gift_cards", false)
                .put("has_storefront", true)
                .put("marketing_sms_consent_enabled_at_checkout", false)
                .put("password_enabled", false)
                .put("pre_launch_enabled", false)
                .put("requires_extra_payments_agreement", false)
                .put("setup_required", false)
                .put("transactional_sms_disabled", false);
    }

    ObjectNode location(Location location) {
        Address address = location.address();
        return View.identified(location.id())
                .put("name", location.name())
                .put("address1", address.address1())
                .putNull("address2")
                .put("city", address.city())
                .put("zip", address.zip())
                .put("province", address.provinceCode())
                .put("province_code", address.provinceCode())
                .put("country", address.countryCode())
                .put("country_code", address.countryCode())
                .put("country_name", AddressPayloads.countryName(address.countryCode()))
                .putNull("phone")
                .put("created_at", view.time(location.createdAt()))
                .put("updated_at", view.time(location.updatedAt()))
                .put("legacy", false)
                .put("active", location.active());
    }

    ObjectNode profile(DeliveryProfile profile) {
        return View.identified(profile.id())
                .put("name", profile.name())
                .put("default", profile.isDefault())
                .putNull("profile_type")
                .put("version", 1);
    }
}
