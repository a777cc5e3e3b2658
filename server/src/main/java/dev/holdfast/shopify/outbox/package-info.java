/** Effects on Shopify: decided with their key in one transaction, sent throttled, repeated until known. */
@NullMarked
@NamedInterface("outbox")
package dev.holdfast.shopify.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
