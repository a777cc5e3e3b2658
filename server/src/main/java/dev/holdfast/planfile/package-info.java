/** The plan file: facts and events as JSON in, the plan as JSON out; may use the planner alone. */
@NullMarked
@ApplicationModule(allowedDependencies = "planner")
package dev.holdfast.planfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
