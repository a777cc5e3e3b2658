/** What every other module stands on: database, settings, jobs, health, secrets, ids; uses no other module. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.holdfast.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
