/** Which shops have Holdfast installed, and what their buyers ask of it by law; may use shopify and platform. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shopify", "shopify :: inbox", "platform"})
package dev.holdfast.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
