/** How a module tells what it keeps of a person, and forgets it. */
@NullMarked
package dev.holdfast.platform.privacy;

import org.jspecify.annotations.NullMarked;
