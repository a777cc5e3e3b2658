/** What tests of every module stand on: a database of their own and a clock they set. */
@NullMarked
package dev.holdfast.platform.testing;

import org.jspecify.annotations.NullMarked;
