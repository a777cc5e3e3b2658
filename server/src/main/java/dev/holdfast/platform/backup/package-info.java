/** All that the database knows as of one instant in one file, and back from it; also the way to another major version. */
@NullMarked
package dev.holdfast.platform.backup;

import org.jspecify.annotations.NullMarked;
