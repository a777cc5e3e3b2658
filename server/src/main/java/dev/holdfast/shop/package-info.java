/**
 * Which shops have Holdfast installed, what their buyers ask of it by law, and how copies of what they have are imported and
 * kept fresh; may use shopify and platform.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shopify",
            "shopify :: auth",
            "shopify :: client",
            "shopify :: inbox",
            "shopify :: turn",
            "platform"
        })
package dev.holdfast.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
