/** A merchant's whole backlog from the files Shopify exports; may use the planner and the plan file. */
@NullMarked
@ApplicationModule(allowedDependencies = {"planner", "planfile"})
package dev.holdfast.backlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
