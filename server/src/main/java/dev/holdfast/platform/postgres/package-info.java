/** PostgreSQL from the program's own libraries, run beside it in the home folder. */
@NullMarked
package dev.holdfast.platform.postgres;

import org.jspecify.annotations.NullMarked;
