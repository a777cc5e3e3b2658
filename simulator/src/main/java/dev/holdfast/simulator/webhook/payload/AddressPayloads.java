package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Customer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Addresses of orders and customers, and customers. */
final class AddressPayloads {

    private AddressPayloads() {}

    /** An address of an order; null when there is none. */
    static @Nullable ObjectNode ofOrder(@Nullable Address address, @Nullable String phone) {
        if (address == null) {
            return null;
        }
        return fields(View.object(), address, phone).putNull("latitude").putNull("longitude");
    }

    static ObjectNode customer(View view, Customer customer) {
        return View.identified(customer.id())
                .put("created_at", view.time(customer.createdAt()))
                .put("updated_at", view.time(customer.updatedAt()))
                .put("first_name", customer.firstName())
                .put("last_name", customer.lastName())
                .put("state", "disabled")
                .putNull("note")
                .put("verified_email", true)
                .putNull("multipass_identifier")
                .put("tax_exempt", false)
                .put("email", customer.email())
                .put("phone", customer.phone())
                .put("currency", view.currency())
                .put("tags", String.join(", ", customer.tags()))
                .set("tax_exemptions", View.array());
    }

    /** The body of customers/*, with the addresses a customer of an order has not. */
    static ObjectNode customerChanged(View view, Customer customer) {
        ObjectNode body = customer(view, customer);
        body.set("addresses", View.array());
        body.putNull("default_address");
        return body;
    }

    /** The customer of an order; the address the order is shipped to is the default one. */
    static ObjectNode customerOfOrder(View view, Customer customer, @Nullable Address address) {
        ObjectNode body = customer(view, customer);
        if (address == null) {
            body.putNull("default_address");
            return body;
        }
        ObjectNode home = fields(View.object(), address, customer.phone())
                .put("id", customer.id().number())
                .put("customer_id", customer.id().number())
                .put("country_name", countryName(address.countryCode()))
                .put("default", true);
        body.set("default_address", home);
        return body;
    }

    static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static ObjectNode fields(ObjectNode body, Address address, @Nullable String phone) {
        String name = address.name();
        int space = name == null ? -1 : name.lastIndexOf(' ');
        return body.put("first_name", name == null || space < 0 ? name : name.substring(0, space))
                .put("last_name", name == null || space < 0 ? null : name.substring(space + 1))
                .put("name", name)
                .putNull("company")
                .put("address1", address.address1())
                .putNull("address2")
                .put("city", address.city())
                .put("zip", address.zip())
                .put("province", address.provinceCode())
                .put("province_code", address.provinceCode())
                .put("country", countryName(address.countryCode()))
                .put("country_code", address.countryCode())
                .put("phone", phone);
    }
}
