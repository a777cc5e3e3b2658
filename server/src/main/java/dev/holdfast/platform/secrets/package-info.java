/** Secrets at rest: sealed with a key that is not in the database. */
@NullMarked
package dev.holdfast.platform.secrets;

import org.jspecify.annotations.NullMarked;
