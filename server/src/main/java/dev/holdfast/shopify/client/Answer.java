package dev.holdfast.shopify.client;

import dev.holdfast.shopify.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Shopify answered.
 *
 * @param data the fields asked for; parts may be null where {@code incomplete} says so
 * @param incomplete why parts are missing, such as fields the app may not see; empty when nothing is
 */
public record Answer(JsonNode data, List<String> incomplete, Optional<Cost> cost) {
    public Answer {
        incomplete = List.copyOf(incomplete);
    }

    /** Why Shopify did not carry a mutation out; empty when it did. */
    public List<UserError> userErrors() {
        var errors = new ArrayList<UserError>();
        for (var payload : data) {
            // Besides userErrors there are orderCancelUserErrors, locationDeactivateUserErrors and the like.
            payload.properties().stream()
                    .filter(field -> field.getKey().equals("userErrors")
                            || field.getKey().endsWith("UserErrors"))
                    .flatMap(field -> field.getValue().valueStream())
                    .map(Answer::userError)
                    .forEach(errors::add);
        }
        return List.copyOf(errors);
    }

    private static UserError userError(JsonNode error) {
        var code = error.path("code");
        return new UserError(
                code.isString() ? Optional.of(code.asString()) : Optional.empty(),
                error.path("field").valueStream().map(JsonNode::asString).toList(),
                error.path("message").asString(""));
    }
}
