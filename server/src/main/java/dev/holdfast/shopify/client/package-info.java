/** Calls to Shopify: documents, answers, faults, throttle and bulk operations. */
@NullMarked
package dev.holdfast.shopify.client;

import org.jspecify.annotations.NullMarked;
