package dev.holdfast.shopify.outbox;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An effect somebody decided on.
 *
 * @param key stays the same however often it is sent; deciding on the same key twice is one effect. The id of the ledger
 *     entry or decision behind it
 * @param kind the name of the {@link EffectKind} that hears what became of it
 * @param subject what it acts on, such as an order's id: effects on one subject are sent one after the other
 * @param document the name of a mutation, such as {@code harmless/fulfillment-order-hold}
 * @param variables of that mutation, without {@code key}
 * @param context what the kind wants to know when it hears of the outcome
 */
public record NewEffect(UUID key, String kind, String subject, String document, JsonNode variables, JsonNode context) {}
