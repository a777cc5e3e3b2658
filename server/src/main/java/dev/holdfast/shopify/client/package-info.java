/** Calls to Shopify: documents, answers, faults, throttle and bulk operations. */
@NullMarked
@NamedInterface("client")
package dev.holdfast.shopify.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
