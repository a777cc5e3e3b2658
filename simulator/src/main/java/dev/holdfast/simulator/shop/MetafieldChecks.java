package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Metafield;
import dev.holdfast.simulator.shop.state.MetafieldDefinition;
import dev.holdfast.simulator.shop.state.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of metafields, as user errors in the words of a real shop. */
final class MetafieldChecks {

    static final String NOT_ALLOWED =
            "Access to this namespace and key on Metafields for this resource type is not allowed.";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> OWNERS_KEPT_ELSEWHERE = Set.of("Shop", "AppInstallation");
    private static final int SHORTEST_NAMESPACE = 3;
    private static final int LONGEST_NAMESPACE = 255;
    private static final int SHORTEST_KEY = 2;
    private static final int LONGEST_KEY = 64;

    private final World world;

    MetafieldChecks(World world) {
        this.world = world;
    }

    /** {@code $app} is the app's own namespace, {@code $app:more} one below it. */
    static String namespace(Caller caller, @Nullable String wanted) {
        String own = own(caller.app());
        if (wanted == null || wanted.equals("$app")) {
            return own;
        }
        return wanted.startsWith("$app:") ? own + "--" + wanted.substring("$app:".length()) : wanted;
    }

    static boolean mayUse(Caller caller, @Nullable String wanted) {
        String namespace = namespace(caller, wanted);
        String own = own(caller.app());
        return !namespace.startsWith("app--") || namespace.equals(own) || namespace.startsWith(own + "--");
    }

    private static String own(AppId app) {
        return "app--" + app.number();
    }

    Optional<UserError> write(Caller caller, Metafields.Write write, @Nullable Metafield before, String path) {
        String namespace = namespace(caller, write.namespace());
        if (!mayUse(caller, write.namespace())) {
            return error(path, NOT_ALLOWED, "APP_NOT_AUTHORIZED");
        }
        Optional<UserError> length = lengths(namespace, write.key(), path);
        if (length.isPresent()) {
            return length;
        }
        if (!exists(write.owner())) {
            return error(path + ".ownerId", "Owner does not exist.", "INVALID_VALUE");
        }
        Optional<String> type = type(caller, write, before);
        if (type.isEmpty()) {
            return error(path + ".type", "Type can't be blank", "BLANK");
        }
        if (write.compares()
                && write.digest() != null
                && !DIGEST.matcher(write.digest()).matches()) {
            return error(path, "Invalid `compareDigest` value.", "INVALID_COMPARE_DIGEST");
        }
        if (write.compares() && !matches(write.digest(), before)) {
            return error(
                    path,
                    "The resource has been updated since it was loaded. Try again with an updated `compareDigest` "
                            + "value.",
                    "STALE_OBJECT");
        }
        return value(type.get(), write.value()).map(message -> UserError.at(path + ".value", message, "INVALID_VALUE"));
    }

    private static boolean matches(@Nullable String expected, @Nullable Metafield before) {
        return expected == null
                ? before == null
                : before != null && before.compareDigest().equals(expected);
    }

    private static Optional<UserError> lengths(String namespace, String key, String path) {
        if (namespace.length() < SHORTEST_NAMESPACE) {
            return error(path + ".namespace", "Namespace is too short (minimum is 3 characters)", "TOO_SHORT");
        }
        if (namespace.length() > LONGEST_NAMESPACE) {
            return error(path + ".namespace", "Namespace is too long (maximum is 255 characters)", "TOO_LONG");
        }
        if (key.length() < SHORTEST_KEY) {
            return error(path + ".key", "Key is too short (minimum is 2 characters)", "TOO_SHORT");
        }
        return key.length() > LONGEST_KEY
                ? error(path + ".key", "Key is too long (maximum is 64 characters)", "TOO_LONG")
                : Optional.empty();
    }

    /** As given, else as it is, else as defined. */
    Optional<String> type(Caller caller, Metafields.Write write, @Nullable Metafield before) {
        if (write.typeName() != null) {
            return Optional.of(write.typeName());
        }
        if (before != null) {
            return Optional.of(before.typeName());
        }
        String namespace = namespace(caller, write.namespace());
        String ownerType = ownerType(write.owner().type());
        return world.tables
                .definitions
                .all()
                .filter(each -> each.ownerType().equals(ownerType)
                        && each.namespace().equals(namespace)
                        && each.key().equals(write.key()))
                .map(MetafieldDefinition::typeName)
                .findFirst();
    }

    private static Optional<String> value(String type, String value) {
        if (value.isEmpty()) {
            return Optional.of("Value can't be blank.");
        }
        return switch (type) {
            case "number_integer" ->
                value.matches("[+-]?[0-9]{1,18}") ? Optional.empty() : Optional.of("Value must be an integer.");
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("Value must be true or false.");
            case "date" ->
                value.matches("\\d{4}-\\d{2}-\\d{2}")
                        ? Optional.empty()
                        : Optional.of("Value must be in YYYY-MM-DD format.");
            case "date_time" ->
                isDateTime(value)
                        ? Optional.empty()
                        : Optional.of(
                                "Value must be in “YYYY-MM-DDTHH:MM:SS” format. For example: 2022-06-01T15:30:00");
            case "single_line_text_field" ->
                value.contains("\n") ? Optional.of("Value must be a single line text string.") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isDateTime(String value) {
        try {
            Instant read = value.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(value).toInstant()
                    : Instant.parse(value + "Z");
            return read.isAfter(Instant.MIN);
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    List<UserError> definition(Caller caller, Metafields.NewDefinition wanted, String namespace) {
        List<UserError> errors = new ArrayList<>();
        lengths(namespace, wanted.key(), "definition").ifPresent(errors::add);
        if (wanted.name().isBlank()) {
            errors.add(UserError.at("definition.name", "Name can't be blank", "BLANK"));
        }
        if (!mayUse(caller, wanted.namespace())) {
            errors.add(UserError.at("definition.namespace", NOT_ALLOWED, "RESERVED_NAMESPACE_KEY"));
        }
        boolean taken = world.tables
                .definitions
                .all()
                .anyMatch(each -> each.ownerType().equals(wanted.ownerType())
                        && each.namespace().equals(namespace)
                        && each.key().equals(wanted.key()));
        if (taken) {
            errors.add(UserError.at("definition.key", "Key is in use for " + wanted.ownerType(), "TAKEN"));
        }
        return errors;
    }

    private static String ownerType(String type) {
        return switch (type) {
            case "ProductVariant" -> "PRODUCTVARIANT";
            case "DraftOrder" -> "DRAFTORDER";
            case "SellingPlan" -> "SELLING_PLAN";
            case "InventoryTransfer" -> "TRANSFER";
            default -> type.toUpperCase(java.util.Locale.ROOT);
        };
    }

    private boolean exists(Gid owner) {
        Tables tables = world.tables;
        if (OWNERS_KEPT_ELSEWHERE.contains(owner.type())) {
            return true;
        }
        Table<? extends Row> table = switch (owner.type()) {
            case "Order" -> tables.orders;
            case "Product" -> tables.products;
            case "ProductVariant" -> tables.variants;
            case "Customer" -> tables.customers;
            case "Location" -> tables.locations;
            case "DraftOrder" -> tables.drafts;
            case "InventoryTransfer" -> tables.transfers;
            default -> null;
        };
        if (table == null) {
            return owner.type().equals("SellingPlan")
                    && tables.planGroups
                            .all()
                            .flatMap(group -> group.plans().stream())
                            .anyMatch(plan -> plan.id().number() == owner.number());
        }
        return table.find(owner.number()).isPresent();
    }

    private static Optional<UserError> error(String path, String message, String code) {
        return Optional.of(UserError.at(path, message, code));
    }
}
