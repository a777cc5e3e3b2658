/** Tests of the package of the same name, annotated like it because its package-info is hidden by this one in tests. */
@NullMarked
@ApplicationModule(allowedDependencies = {"planner", "planfile"})
package dev.holdfast.backlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
