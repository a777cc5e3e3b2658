/** Which shops have Holdfast installed; may use shopify and platform. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shopify", "platform"})
package dev.holdfast.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
