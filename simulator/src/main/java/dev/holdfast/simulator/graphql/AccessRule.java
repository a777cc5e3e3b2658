package dev.holdfast.simulator.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The access scopes one field or type asks for, read from the sentence {@code requiredAccess} of the introspection.
 *
 * <p>What follows "Also:" names user permissions, which app tokens do not have to prove, and is not enforced.
 *
 * @param text the sentence, quoted in the error
 * @param allOf of each of these sets at least one scope must be granted
 */
record AccessRule(String text, List<Set<String>> allOf) {
    private static final Pattern SCOPE = Pattern.compile("`([a-z_]+)`(?! user permission)");
    // Written without their prefix: the write scope where the field changes something, else the read scope.
    private static final Set<String> BARE =
            Set.of("orders", "marketplace_orders", "buyer_membership_orders", "shipping", "assigned_shipping");

    /** The rule in this sentence; null where it names no scope. */
    static @Nullable AccessRule parse(@Nullable String text, boolean mutation) {
        if (text == null) {
            return null;
        }
        int also = text.indexOf("Also:");
        var sentence = also < 0 ? text : text.substring(0, also);
        var all = new ArrayList<Set<String>>();
        for (var part : sentence.split("as well as", -1)) {
            var any = scopes(part, mutation);
            if (!any.isEmpty()) {
                all.add(any);
            }
        }
        return all.isEmpty() ? null : new AccessRule(text.strip(), List.copyOf(all));
    }

    private static Set<String> scopes(String part, boolean mutation) {
        var scopes = new TreeSet<String>();
        var matcher = SCOPE.matcher(part);
        while (matcher.find()) {
            var name = matcher.group(1);
            if (name.startsWith("read_") || name.startsWith("write_")) {
                scopes.add(name);
            } else if (BARE.contains(name)) {
                scopes.add((mutation ? "write_" : "read_") + name);
            }
        }
        return Set.copyOf(scopes);
    }

    /** Whether these granted scopes suffice; a write scope must have been counted as its read scope already. */
    boolean allows(Set<String> granted) {
        for (var any : allOf) {
            boolean found = false;
            for (var scope : any) {
                found |= granted.contains(scope);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Shopify's answer to a call without the scope. */
    FieldError denied(String field) {
        return new FieldError(
                "Access denied for " + field + " field. Required access: " + text,
                Map.of(
                        "code", "ACCESS_DENIED",
                        "documentation", "https://shopify.dev/api/usage/access-scopes",
                        "requiredAccess", text));
    }
}
