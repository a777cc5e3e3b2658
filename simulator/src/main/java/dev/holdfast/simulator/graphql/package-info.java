/** Shopify's Admin GraphQL API: the real schema, its limits, and the fields that answer from the shop. */
@NullMarked
package dev.holdfast.simulator.graphql;

import org.jspecify.annotations.NullMarked;
