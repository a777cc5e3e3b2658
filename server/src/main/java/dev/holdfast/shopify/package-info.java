/** The only door to Shopify: its client, the webhook inbox, the outbox of effects, tokens and subscriptions; may use platform. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package dev.holdfast.shopify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
