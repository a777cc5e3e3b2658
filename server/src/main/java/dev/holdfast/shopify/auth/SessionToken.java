package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.ShopDomain;
import java.util.Optional;

/** Who is looking at an embedded page, proved by Shopify. {@code user} is a staff member's id, absent for some extensions. */
public record SessionToken(ShopDomain shop, Optional<String> user) {}
