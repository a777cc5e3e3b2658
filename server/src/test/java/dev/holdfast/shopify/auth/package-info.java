/** Tests of installing and of proofs of identity. */
@NullMarked
package dev.holdfast.shopify.auth;

import org.jspecify.annotations.NullMarked;
