/** The plan file, tried with good documents and bad ones. */
@NullMarked
package dev.holdfast.planfile;

import org.jspecify.annotations.NullMarked;
