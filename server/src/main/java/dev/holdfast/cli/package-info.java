/** The commands of the program; may use every other module. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "planner",
            "planfile",
            "report",
            "backlog",
            "backlog :: csv",
            "backlog :: report",
            "backlog :: sample",
            "platform",
            "shop :: leave",
            "shop :: privacy",
            "shopify",
            "shopify :: inbox",
            "shopify :: outbox"
        })
package dev.holdfast.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
